package org.superbill.x12.generator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A Java source while it is written: indentation, docs, and in the end the imports. */
final class JavaText {
    private static final int WIDTH = 120;
    private static final Pattern QUALIFIED =
            Pattern.compile("org\\.superbill\\.x12\\.[a-z.]+\\.(@Nullable )?([A-Z]\\w*)");
    private static final Pattern NESTED = Pattern.compile("record (\\w+)\\(");

    private final String packageName;
    private final StringBuilder body = new StringBuilder();
    private int depth;

    JavaText(String packageName) {
        this.packageName = packageName;
    }

    void line() {
        body.append('\n');
    }

    void line(String line) {
        body.append("    ".repeat(depth)).append(line).append('\n');
    }

    void open(String line) {
        line(line);
        depth++;
    }

    void close() {
        depth--;
        line("}");
    }

    void doc(String sentences) {
        var lines = wrapped(escaped(sentences));
        if (lines.size() == 1) {
            line("/** " + lines.get(0) + " */");
            return;
        }
        line("/**");
        lines.forEach(line -> line(" * " + line));
        line(" */");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;");
    }

    private List<String> wrapped(String text) {
        int width = WIDTH - 4 * depth - 7;
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            if (line.length() + word.length() + 1 > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /**
     * The whole source. Full names in it become imports, where no type of its own has the simple name.
     *
     * @param importable types that are written with their simple names
     */
    String text(Collection<String> importable) {
        var own = new HashSet<String>();
        NESTED.matcher(body).results().forEach(found -> own.add(found.group(1)));
        var imports = new TreeSet<String>();
        var text = QUALIFIED.matcher(body).replaceAll(found -> {
            if (own.contains(found.group(2))) {
                return found.group();
            }
            imports.add(found.group().replace("@Nullable ", ""));
            return (found.group(1) == null ? "" : found.group(1)) + found.group(2);
        });
        var words = new HashSet<>(List.of(text.split("\\W+")));
        importable.stream().filter(name -> words.contains(simple(name))).forEach(imports::add);
        imports.removeIf(name -> name.equals(packageName + "." + simple(name)));
        return header()
                + String.join(
                        "", imports.stream().map("import %s;\n"::formatted).toList()) + "\n" + text;
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private String header() {
        return """
                // Made from the guides by org.superbill.x12.generator; to be changed there or in the guides' descriptions.
                package %s;

                """.formatted(packageName);
    }
}
