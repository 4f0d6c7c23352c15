# What  xmlcv latexmkrc  prints, for one line in the latexmkrc of a document:
#   ;eval `xmlcv latexmkrc` or die "xmlcv: $@$!\n";
# The semicolon is for a file whose last line has none.
# It makes cv.pdf of cv.xml where \includepdf{cv} wants it, cv.ltx and xmlcv.sty where \inputcv{cv}
# does, and lets  latexmk cv.tex  and  latexmk -pvc cv.tex  make the CV alone. Options of a CV:
#   %xmlcv_options = ('cv' => ['--lang', 'de'], 'short' => ['--audience', 'industry']);
# Written against latexmk 4.79, which has the hooks and does not document them, and 4.86.
use strict;
our (@default_files, @file_not_found, @rc_files_read, $pdf_mode, $pdflatex);
our ($rule, $Pext_cmd, $Psource, $Pdest, $root_filename, $fdb_name, $fls_name, $log_name);
our ($cleanup_mode, $cleanup_only, $do_cd, @file_list);
our (%xmlcv_options, $xmlcv_sty);
our @xmlcv_arguments = @ARGV;

# A file that TeX does not find, and that latexmk then knows how to make. pdfpages has words of its own.
push @file_not_found, 'Package pdfpages Error: Cannot find file `([^\\\']*)\\\'';
add_cus_dep('xml', 'pdf', 0, 'xmlcv_pages');
add_cus_dep('xml', 'ltx', 0, 'xmlcv_chapter');
sub xmlcv_pages { return xmlcv_make('build', $_[0], 'pdf') }
sub xmlcv_chapter {
  return xmlcv_make('chapter', $_[0], 'ltx', '--engine', xmlcv_engine());
}
# In some files $pdflatex holds another program.
sub xmlcv_engine {
  return {4 => 'lualatex', 5 => 'xelatex'}->{$pdf_mode} || ($pdflatex =~ /\b((?:lua|xe)latex)/ ? $1 : 'pdflatex');
}

# Runs in the context of latexmk's rule, which learns what the file depends on.
sub xmlcv_make {
  my ($verb, $base, $extension, @options) = @_;
  return 0 unless xmlcv_is_cv("$base.xml");    # somebody else's plot.xml beside plot.pdf
  my $depfile = xmlcv_depfile();
  my $status = system('xmlcv', $verb, "$base.xml", '-o', "$base.$extension", '--depfile', $depfile,
    @options, xmlcv_options_of($base));
  rdb_ensure_file($rule, $_) for xmlcv_program(), xmlcv_inputs($depfile);
  xmlcv_remember($status, "$base.xml");
  return $status >> 8;
}

# They name the CV by its path, or by the last part of it.
sub xmlcv_options_of {
  my ($base) = @_;
  return @{$xmlcv_options{$base} || $xmlcv_options{$base =~ s!.*/!!r} || []};
}

# ---- what the first pass wants ----
# Without a file, TeX asks for another name, and in a terminal it waits for ever. So what the sources
# name is made before.
sub xmlcv_make_wanted {
  my ($wanted, $is_open) = xmlcv_wanted(@_);
  for my $file (@$wanted) {
    my ($base, $extension) = $file =~ /(.*)\.(\w+)$/;
    next if -e $file || !xmlcv_is_cv("$base.xml");
    my $status = $extension eq 'pdf' ? xmlcv_pages($base) : xmlcv_chapter($base);
    # Without it, TeX would only stop once more.
    return $Pext_cmd = \ 'false' if $status;
  }
  # A name that a macro makes is known when TeX has asked for it.
  $Pext_cmd = \ ($$Pext_cmd =~ s/%O/%O -interaction=nonstopmode/r) if $is_open && !-e $fls_name;
}

# The files for \inputcv and \includepdf in a source and in what it inputs, and whether there are others,
# whose names have a macro.
sub xmlcv_wanted {
  my @sources = @_;
  my (%seen, %wanted, $is_open);
  while (defined(my $source = shift @sources)) {
    next if $seen{$source}++ || keys %seen > 1000;
    my $folder = $source =~ m!(.*/)! ? $1 : '';
    my $text = xmlcv_read($source) =~ s/(?<!\\)(?:\\\\)*\K%.*//gr;
    # The packages subfiles and import look beside the file that names another one.
    $text =~ s/\\subfix\s*\{([^{}]+)\}/$folder$1/g;
    while ($text =~ /\\(?:input|include|subfile|subfileinclude)\s*\{([^{}]+)\}/g) {
      push @sources, xmlcv_first($folder, $1, "$1.tex");
    }
    while ($text =~ /\\(?:sub)?(?:import|includefrom|inputfrom)\s*\{([^{}]*)\}\s*\{([^{}]+)\}/g) {
      push @sources, xmlcv_first($folder, "$1$2", "$1$2.tex");
    }
    while ($text =~ /\\(inputcv|includepdf)\*?\s*(?:\[[^\]]*\]\s*)?\{([^{}]+)\}/g) {
      my ($command, $base) = ($1, $2 =~ s/\.pdf$//r);
      if ($base =~ /[\\#]/) { $is_open = 1; next }
      my ($xml) = (xmlcv_first($folder, "$base.xml"), "$base.xml");
      $wanted{$xml =~ s/xml$/$command eq 'inputcv' ? 'ltx' : 'pdf'/er} = 1;
    }
  }
  return ([sort keys %wanted], $is_open);
}
sub xmlcv_first {
  my ($folder, @names) = @_;
  my @found = grep { -f } @names, map { "$folder$_" } @names;
  return @found ? $found[0] : ();
}

sub xmlcv_is_cv {
  return xmlcv_read($_[0]) =~ /<cv\s[^>]*urn:xmlcv:1["']/;
}

sub xmlcv_read {
  return '' unless -f $_[0];    # a FIFO would make it wait
  open(my $file, '<', $_[0]) or return '';
  local $/;
  return scalar <$file>;
}

sub xmlcv_depfile {
  require File::Temp;
  return File::Temp::tempdir(CLEANUP => 1) . '/depfile';
}

# The rule of a Makefile that xmlcv writes: its prerequisites, but the XML, which latexmk knows.
sub xmlcv_inputs {
  my $text = xmlcv_read($_[0]);
  $text =~ s/\\\n/ /g;
  my @paths = $text =~ /((?:\\.|[^\s\\])+)/g;
  s/\\(.)/$1/g, s/\$\$/\$/g for @paths;
  return @paths[2 .. $#paths];
}

sub xmlcv_program { return grep { -x } map { "$_/xmlcv" } split(/:/, $ENV{'PATH'}) }

# latexmk takes an error that it has seen for told: called again, it would say nothing of it, and after
# the repair of a photo it would not run xmlcv. So its file forgets what the invalid XML was.
our %xmlcv_refused;
sub xmlcv_remember {
  my ($status, $xml) = @_;
  if ($status) { $xmlcv_refused{$xml} = $fdb_name } else { delete $xmlcv_refused{$xml} }
}
END {
  my $status = $?;
  while (my ($xml, $fdb) = each %xmlcv_refused) {
    my $text = xmlcv_read($fdb);
    xmlcv_write($fdb, $text) if $text =~ s/^(  "\Q$xml\E") \S+ \S+ \S+/$1 0 0 0/mg;
  }
  $? = $status;
}

# ---- latexmk cv.tex, where only cv.xml is ----
# latexmk wants a cv.tex. It gets one that stands for the XML, and xmlcv runs in the place of TeX.
our $xmlcv_stub = "% Made by xmlcv: stands for the XML file beside it when latexmk is called.\n"
  . "\\errmessage{latexmk makes this with the line of xmlcv in its latexmkrc}\\csname \@\@end\\endcsname\n";

sub xmlcv_stands_for_xml { return xmlcv_read("$_[0].tex") eq $xmlcv_stub }

sub xmlcv_prepare {
  my ($name) = @_;
  my $base = $name =~ s/\.tex$//r;
  if (!-e "$base.tex" || xmlcv_stands_for_xml($base)) {
    return unless xmlcv_is_cv("$base.xml");
    $pdf_mode ||= 1;
    xmlcv_write("$base.tex", $xmlcv_stub) unless -e "$base.tex";
  } elsif (xmlcv_read("$base.tex") =~ /^%\s*!TeX\s+(?:TS-)?program\s*=\s*(pdf|lua|xe)latex/im) {
    $pdf_mode = {pdf => 1, lua => 4, xe => 5}->{lc $1} if xmlcv_engine_is_open();
  }
}
# The comment by which editors choose decides where neither a user's file nor an option does: Debian's
# /etc/LatexMk wants LuaLaTeX.
our @xmlcv_rc_files = (@rc_files_read, map { (caller $_)[1] // () } 0 .. 9);
sub xmlcv_engine_is_open {
  my @files = grep { !m!^/(?:etc|usr|opt)/! } @xmlcv_rc_files;
  my @choices = (grep({ xmlcv_read($_) =~ /\$(?:pdf|dvi|postscript)_mode|\$pdflatex/ } @files),
    grep({ /^-(?:pdf|dvi|ps|lualatex|xelatex)/ } @xmlcv_arguments));
  return !@choices;
}
# latexmk sees what @default_files hold when it has read the whole latexmkrc, which may set them below
# this.
package xmlcv_default_files {
  require Tie::Array;
  our @ISA = ('Tie::StdArray');
  sub FETCH {
    require File::Glob;
    my $name = Tie::StdArray::FETCH(@_);
    main::xmlcv_prepare($_) for File::Glob::bsd_glob($name);
    return $name;
  }
}
xmlcv_prepare($_) for grep { !/^-/ } @ARGV;
{
  my @names = @default_files;
  tie @default_files, 'xmlcv_default_files';
  @default_files = @names;
}

sub xmlcv_write {
  my ($path, $text) = @_;
  open(my $file, '>', $path) or die "xmlcv: cannot write $path: $!\n";
  print $file $text;
  close($file) or die "xmlcv: cannot write $path: $!\n";
}

our $xmlcv_run_depfile;

add_hook('before_xlatex', sub {
  my $base = $root_filename;
  if (!xmlcv_stands_for_xml($base)) {
    xmlcv_write_package();
    return xmlcv_make_wanted($$Psource);
  }
  $xmlcv_run_depfile = xmlcv_depfile();
  xmlcv_write_log($base);
  $Pext_cmd = \ join(' ', map { s/'/'\\''/gr =~ s/(.*)/'$1'/r } 'xmlcv', 'build', "$base.xml", '-o',
    $$Pdest, '--depfile', $xmlcv_run_depfile, xmlcv_options_of($base));
});

# A build that is not good writes no depfile.
add_hook('after_xlatex', sub {
  return unless xmlcv_stands_for_xml($root_filename);
  xmlcv_write_log($root_filename);
  xmlcv_remember(!-e $xmlcv_run_depfile, "$root_filename.xml");
});

# What latexmk (4.79) looks for before and behind TeX: which files were read and written. It heeds
# them only if they are newer than the run's beginning.
sub xmlcv_write_log {
  my $base = $_[0];
  my @inputs = ("$base.tex", "$base.xml", xmlcv_program(), xmlcv_inputs($xmlcv_run_depfile));
  require Cwd;
  xmlcv_write($fls_name, join('', 'PWD ', Cwd::getcwd(), "\n", map { "INPUT $_\n" } @inputs)
    . "OUTPUT $$Pdest\n");
  xmlcv_write($log_name, "This is pdfTeX, in its place xmlcv (xmlcv)\n"
    . "Output written on $$Pdest (1 page, 1 bytes).\n");
}

# ---- latexmk -C ----
# What was made here goes too, and nothing else: a cv.pdf that somebody else made has no cv-latex beside it.
our $xmlcv_mark = qr/^% Made by xmlcv/;
END {
  my $status = $?;
  xmlcv_clean($_) for $cleanup_only && $cleanup_mode == 1 ? @file_list : ();
  $? = $status;
}
sub xmlcv_clean {
  my ($source) = @_;
  require Cwd;
  require File::Basename;
  require File::Path;
  my $here = Cwd::getcwd();
  if ($do_cd) {
    chdir File::Basename::dirname($source) or return;
    $source = File::Basename::basename($source);
  }
  $source .= '.tex' unless -f $source;
  my $root = $source =~ s/\.tex$//r;
  my ($wanted) = xmlcv_wanted($source);
  for my $base ($root, map { s/\.\w+$//r } @$wanted) {
    unlink "$base.tex" if xmlcv_stands_for_xml($base);
    unlink "$base.ltx" if xmlcv_read("$base.ltx") =~ $xmlcv_mark;
    next unless xmlcv_read("$base-latex/cv.tex") =~ $xmlcv_mark;
    unlink "$base.pdf", "$base.synctex";
    File::Path::remove_tree("$base-latex");
  }
  unlink 'xmlcv.sty' if xmlcv_read('xmlcv.sty') =~ /^% xmlcv\.sty/;
  chdir $here;
}

# ---- \usepackage{xmlcv} ----
# The document that a subfile, compiled alone, has its preamble of.
sub xmlcv_main {
  my ($main) = xmlcv_read($$Psource) =~ /\\documentclass\s*\[([^\]]+)\]\s*\{subfiles\}/;
  return defined $main ? ($main, "$main.tex") : ();
}
sub xmlcv_write_package {
  return unless grep { xmlcv_read($_) =~ /\{xmlcv\}/ } glob('*.tex *.sty *.cls */*.tex */*.sty'), xmlcv_main();
  # latexmk says "use utf8", so that its eval makes characters of our bytes.
  my $bytes = $xmlcv_sty;
  utf8::encode($bytes) if utf8::is_utf8($bytes);
  xmlcv_write('xmlcv.sty', $bytes) unless xmlcv_read('xmlcv.sty') eq $bytes;
}
