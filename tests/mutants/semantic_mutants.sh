#!/usr/bin/env bash
# Applies each mutant of a list to the program, one at a time, and runs the unit and the golden tests:
# one of them must fail. A mutant that changes nothing a test could see says why in the list.
#   semantic_mutants.sh PROJECT BUILD-FOLDER [LIST]
#   semantic_mutants.sh PROJECT --fits        whether each text of the list is in its file once
# Exit status: 0 if every mutant without a reason was killed, and none with one.
set -euo pipefail
project=$(cd "$1" && pwd)
[[ $2 == --fits ]] || build=$(cd "$2" && pwd)
list=$(realpath "${3:-$project/tests/mutants/semantic.list}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# A mutant is a block of lines: file, "- " the text as it is, "+ " what it becomes, "= " why it is no
# error, if it is none. A blank line ends it. The text is in the file once.
perl -e '
  my ($list, $sources, $folder) = @ARGV;
  local $/ = "";
  open(my $in, "<", $list) or die "$list: $!\n";
  my $number = 0;
  while (my $block = <$in>) {
    my ($file, @lines) = grep { !/^#/ } split /\n/, $block;
    next unless defined $file;
    my %part;
    for (@lines) { /^([-+=]) ?(.*)$/ or die "$list: in $file: $_\n"; push @{$part{$1}}, $2 }
    my ($old, $new) = map { join("\n", @{$part{$_} // []}) } "-", "+";
    local $/ = undef;
    open(my $source, "<", "$sources/$file") or die "$sources/$file: $!\n";
    my $text = <$source>;
    my $count = () = $text =~ /\Q$old\E/g;
    $count == 1 or die "$list: in $file $count times: $old\n";
    $text =~ s/\Q$old\E/$new/;
    my $name = sprintf("%s/%03d", $folder, ++$number);
    open(my $out, ">", "$name.cpp") or die; print $out $text; close $out;
    open($out, ">", "$name.file") or die; print $out $file; close $out;
    open($out, ">", "$name.what") or die;
    print $out "$file: ", $old =~ s/\n\s*/ /gr, " -> ", $new =~ s/\n\s*/ /gr, "\n"; close $out;
    if ($part{"="}) { open($out, ">", "$name.reason") or die; print $out "@{$part{q(=)}}"; close $out }
    $/ = "";
  }
' "$list" "$project/tools/xmlcv" "$scratch"

if [[ $2 == --fits ]]; then
  mutants=("$scratch"/*.what)
  echo "${#mutants[@]} mutants fit"
  exit
fi

# How Ninja links a program of the build folder.
for program in tools/xmlcv/xmlcv tests/unit_tests; do
  ninja -C "$build" -t commands "$program" | tail -n1 >"$scratch/${program##*/}.link"
done

try() { # NUMBER
  cd "$build"
  local name=$scratch/$1 file flags program status=survived
  file=$(<"$name.file")
  flags=$(grep "\"command\":.*/${file//./\\.}\"" compile_commands.json | head -n1 |
    sed 's/.*"command": "//; s/ -o .*//; s/-O[0-9]//; s/-Werror//; s/\\"/"/g; s/",$//')
  eval "$flags -w -o '$name.o' -c '$name.cpp'" 2>"$name.log" || status='not compiled'
  for program in xmlcv unit_tests; do
    [[ $status == survived ]] || break
    # The mutant comes before the library, so that its symbols are taken.
    eval "$(sed "s| -o [^ ]*| -o '$name.$program'|; s|[^ ]*libxmlcv_library\.a|'$name.o' &|" \
      "$scratch/$program.link")" 2>"$name.log" || status='not linked'
  done
  if [[ $status == survived ]]; then
    timeout 200 "$name.unit_tests" >"$name.log" 2>&1 &&
      XMLCV_PROGRAM=$name.xmlcv timeout 300 tests/golden_tests '~[slow]' >"$name.log" 2>&1 ||
      status=killed
  fi
  rm -f "$name.o" "$name.xmlcv" "$name.unit_tests"
  if [[ ! -e $name.reason ]]; then
    printf '%s: %s\n' "$status" "$(<"$name.what")"
  elif [[ $status == survived ]]; then
    printf 'explained: %s (%s)\n' "$(<"$name.what")" "$(<"$name.reason")"
  else
    printf '%s, although it has a reason: %s\n' "$status" "$(<"$name.what")"
  fi
}
export -f try
export scratch build
for file in "$scratch"/*.what; do basename "$file" .what; done |
  xargs -P "${XMLCV_JOBS:-$(nproc)}" -I{} bash -c 'try {}' >"$scratch/report"
sort "$scratch/report"
cut -d: -f1 "$scratch/report" | sort | uniq -c
! grep -qv '^killed: \|^explained: ' "$scratch/report"
