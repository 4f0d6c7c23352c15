#!/usr/bin/env bash
# Takes each read of the reader away, one at a time, and builds the example with everything: the
# program must end with 4, as it must whenever a part of a CV is not read.
#   reader_mutants.sh PROJECT BUILD-FOLDER
set -euo pipefail
project=$(cd "$1" && pwd) build=$(cd "$2" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The mutants: in place of each call that reads, an empty value of its type.
perl -e '
  my ($file, $folder) = @ARGV;
  open(my $in, "<", $file) or die; local $/; my $text = <$in>;
  my %empty = ("text_.text" => "Text()", "text_.words" => "Words()", "text_.value" => "Words()",
    "text_child" => "std::optional<Text>()", "words_child" => "std::optional<Words>()",
    "words_children" => "std::vector<Words>()", "word" => "std::string()",
    "date" => "std::optional<Date>()", "period" => "Period()", "content" => "std::vector<Content>()",
    "names" => "std::vector<Words>()", "place" => "Location()", "name" => "Name()",
    "person" => "Person()", "photo" => "Photo()", "layout" => "Layout()",
    "place_of_value" => "std::optional<Location>()", "section" => "Section()");
  my $calls = join("|", map { quotemeta } sort { length($b) <=> length($a) } keys %empty);
  $calls .= "|value<[A-Za-z]+>";  # one of the schema'"'"'s values
  my $number = 0;
  # A call, not a declaration or a definition: its first argument is a variable.
  while ($text =~ /(?<![\w:>.])($calls)\(((?:node|child|parent|photo|family|others)\b(?:[^()]|\([^()]*\))*)\)(?! const)/g) {
    my ($begin, $end, $call, $arguments) = ($-[0], $+[0], $1, $2);
    my $line = 1 + (substr($text, 0, $begin) =~ tr/\n//);
    my $mutant = $text;
    my $empty = $call =~ /<(.*)>/ ? "std::optional<$1>()" : $empty{$call};
    substr($mutant, $begin, $end - $begin) = $empty;
    $number++;
    open(my $out, ">", sprintf("%s/%03d.cpp", $folder, $number)) or die;
    print $out $mutant; close $out;
    open($out, ">", sprintf("%s/%03d.what", $folder, $number)) or die;
    print $out "line $line: $call($arguments)\n"; close $out;
  }
' "$project/tools/xmlcv/xml/reader.cpp" "$scratch"

flags=$(grep '"command":.*/xml/reader\.cpp' "$build/compile_commands.json" |
  sed 's/.*"command": "//; s/ -o .*//; s/-O3/-O0/; s/-Werror//; s/\\"/"/g')
main=$(find "$build" -path '*xmlcv.dir/command/main.cpp.o')
library=$(find "$build" -name libxmlcv_library.a)
# What the program is linked with beside its own library.
libraries=$(sed -n '/^build tools\/xmlcv\/xmlcv:/,/^$/s/^  LINK_LIBRARIES = //p' "$build/build.ninja" |
  sed 's/[^ ]*libxmlcv_library\.a//')

try() { # NUMBER
  cd "$scratch"
  eval "$flags -w -o $1.o -c $1.cpp" 2>"$1.log" || { echo "not compiled: $(<"$1.what")"; return; }
  eval "c++ '$main' $1.o '$library' $libraries -o $1.program" 2>"$1.log" ||
    { echo "not linked: $(<"$1.what")"; return; }
  local status=0
  "./$1.program" tex "$project/xml/examples/full.xml" --allow-tex --quiet -o "$1.folder" \
    >"$1.log" 2>&1 || status=$?
  rm -rf "$1.program" "$1.folder" "$1.o"
  ((status == 4)) || { echo "survived with status $status: $(<"$1.what")"; }
}
export -f try
export scratch project flags main library libraries
for file in "$scratch"/*.cpp; do basename "$file" .cpp; done |
  xargs -P "$(nproc)" -I{} bash -c 'try {}' >"$scratch/report"
count=$(find "$scratch" -name '*.cpp' | wc -l)
sort "$scratch/report"
echo "$count reads taken away, $((count - $(wc -l <"$scratch/report"))) noticed"
((count > 50)) && [[ ! -s $scratch/report ]]
