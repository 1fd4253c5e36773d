package org.superbill.x12.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * Turns the guides' fact tables (depth, kind, loop, segment … in CSV) into our own form, which the library reads. Run it with
 * the folder of the tables and the folder to write to after the tables have changed; a test compares the two.
 */
public final class GuideTables {
    static final Map<String, String> HEADS = new LinkedHashMap<>();

    static {
        HEADS.put("837P", "837 HC 2300");
        HEADS.put("837I", "837 HC 2300");
        HEADS.put("835", "835 HP 2100");
        HEADS.put("277CA", "277 HN 2200D");
        HEADS.put("999", "999 FA 2000");
        HEADS.put("270", "270 HS 2000C");
        HEADS.put("271", "271 HB 2000C");
        HEADS.put("276", "276 HR 2000D");
        HEADS.put("277", "277 HN 2000D");
    }

    private static final Map<String, String> VERSIONS = Map.of(
            "837P", "005010X222A1 005010X222A2",
            "837I", "005010X223A2 005010X223A3",
            "835", "005010X221A1",
            "277CA", "005010X214",
            "999", "005010X231A1",
            "270", "005010X279A1",
            "271", "005010X279A1",
            "276", "005010X212",
            "277", "005010X212");

    /** Slips of the source. */
    private static final Map<String, String> MISSPELT = Map.of(
            "Assesment", "Assessment",
            "Captitated", "Capitated",
            "Cerification", "Certification",
            "Conset", "Consent",
            "Dentail", "Dental",
            "Indentification", "Identification",
            "Peace Corp", "Peace Corps",
            "Sensitivies", "Sensitivities",
            "Subscribed/", "Subscriber/");

    private final List<Map<String, String>> rows;
    private final Set<String> described = new HashSet<>();
    private final Map<String, Integer> lastOrdinal = new HashMap<>();
    private final Map<String, Integer> area = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private GuideTables(List<Map<String, String>> rows) {
        this.rows = rows;
    }

    public static void main(String[] arguments) throws IOException {
        for (var name : HEADS.keySet()) {
            Files.writeString(
                    Path.of(arguments[1], name + ".guide"),
                    describe(name, Path.of(arguments[0])),
                    StandardCharsets.UTF_8);
        }
        Files.writeString(Path.of(arguments[1], "codes.txt"), codes(Path.of(arguments[0])), StandardCharsets.UTF_8);
    }

    /**
     * The standard's names of the data elements for which a guide lists codes, and what the codes mean where the table has it in
     * a word or two and not as the name of a source: data element, code, meaning.
     */
    static String codes(Path tables) {
        var meanings = new TreeMap<String, String>();
        for (var row : read(tables.resolve("codes.csv.gz"))) {
            var list = row.get("list");
            int element = list.indexOf("element ");
            var meaning = row.get("meaning").replace('\u2019', '\'');
            if (element >= 0 && !meaning.isEmpty() && !meaning.startsWith("source ")) {
                var number = list.substring(element + 8).replace(")", "");
                for (var slip : MISSPELT.entrySet()) {
                    meaning = meaning.replace(slip.getKey(), slip.getValue());
                }
                meanings.put(number + " " + row.get("code"), meaning);
            }
        }
        for (var row : read(tables.resolve("dataelements.csv.gz"))) {
            meanings.put(row.get("number"), row.get("name"));
        }
        meanings.put("621", "Implementation Data Element Syntax Error Code"); // the table has the name of 620
        var used = new TreeSet<String>();
        for (var guide : Guide.all()) {
            describe(guide.id(), tables).lines().forEach(line -> collectCodes(line, used));
        }
        var text = new StringBuilder(
                "# Names of data elements, and what their codes mean: data element, code, meaning. From the tables that GuideTables reads.\n");
        used.stream()
                .filter(meanings::containsKey)
                .forEach(code -> text.append(code)
                        .append(" | ")
                        .append(meanings.get(code))
                        .append('\n'));
        return text.toString();
    }

    private static void collectCodes(String line, Set<String> used) {
        var words = line.substring(0, line.contains("|") ? line.indexOf('|') : line.length())
                .trim()
                .split(" ");
        for (var word : words) {
            if (Character.isDigit(words[0].charAt(0)) && word.startsWith("=")) {
                used.add(words[1]);
                for (var code : word.substring(1).split(",")) {
                    used.add(words[1] + " " + code.replace('_', ' '));
                }
            }
        }
    }

    static String describe(String name, Path tables) {
        return new GuideTables(read(tables.resolve(name + ".csv.gz"))).describe(name);
    }

    private String describe(String name) {
        out.append(
                "# Facts of the guide, from the tables that GuideTables reads (sources and licences: LICENCES.txt here).\n");
        out.append("# The form is explained in GuideParser. Do not edit by hand.\n");
        out.append("guide %s %s %s\n".formatted(name, HEADS.get(name), VERSIONS.get(name)));
        for (int at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            switch (row.get("kind")) {
                case "loop" -> at = loop(at);
                case "segment" -> segment(at);
                default -> element(row);
            }
        }
        return out.toString();
    }

    /** Loop 2300 is in the table twice and equal; the second time it is only named. */
    private int loop(int at) {
        var row = rows.get(at);
        var path = row.get("loop");
        var id = path.substring(path.lastIndexOf('/') + 1);
        if (described.add(id)) {
            line(
                    row,
                    "loop %s @%s %s %s | %s"
                            .formatted(id, ordinal(row), row.get("usage"), repeat(row), row.get("name")));
            return at;
        }
        line(row, "like %s @%s %s %s".formatted(id, ordinal(row), row.get("usage"), repeat(row)));
        int end = at + 1;
        while (end < rows.size() && (rows.get(end).get("loop") + "/").startsWith(path + "/")) {
            end++;
        }
        return end - 1;
    }

    /** The standard counts anew in the detail and the summary area of a transaction set; we go on counting. */
    private int ordinal(Map<String, String> row) {
        var path = row.get("loop");
        boolean isLoop = row.get("kind").equals("loop");
        var parent = !isLoop ? path : path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
        int ordinal = Integer.parseInt(row.get("position")) + area.getOrDefault(parent, 0);
        int last = lastOrdinal.getOrDefault(parent, 0);
        if (ordinal < last) {
            area.merge(parent, last, Integer::sum);
            ordinal += last;
        }
        lastOrdinal.put(parent, ordinal);
        return ordinal;
    }

    private void segment(int at) {
        var row = rows.get(at);
        var qualifiers = qualifiers(at);
        var syntax = row.get("syntax").isEmpty() ? "" : " " + row.get("syntax");
        line(
                row,
                "segment %s @%s %s %s%s%s | %s"
                        .formatted(
                                row.get("segment"),
                                ordinal(row),
                                row.get("usage"),
                                repeat(row),
                                qualifiers,
                                syntax,
                                row.get("name")));
    }

    private String qualifiers(int at) {
        var row = rows.get(at);
        var wanted = row.get("qualifier");
        if (wanted.isEmpty()) {
            return "";
        }
        int place = at + 1;
        while (!rows.get(place).get("codes").equals(wanted)) {
            place++;
        }
        var text = " " + rows.get(place).get("position") + "=" + codes(wanted);
        if (row.get("segment").equals("PWK") && wanted.equals("CT")) {
            text += " 02="
                    + codes(rows.get(place + 1).get("codes")); // its sibling has CT too, with other values of PWK02
        }
        return text;
    }

    private void element(Map<String, String> row) {
        var position = row.get("position");
        position = position.substring(position.indexOf('-') + 1);
        if (row.get("usage").equals("N")) {
            line(row, position + " " + row.get("element") + " N");
            return;
        }
        var text = new StringBuilder("%s %s %s %s %s"
                .formatted(position, row.get("element"), row.get("usage"), repeat(row), row.get("type")));
        if (!row.get("max").isEmpty()) {
            var max = row.get("guide_max").isEmpty() ? row.get("max") : row.get("guide_max");
            text.append(" ").append(row.get("min")).append("-").append(max);
        }
        if (!row.get("codes").isEmpty()) {
            text.append(" =").append(codes(row.get("codes")));
        }
        if (!row.get("list").isEmpty()) {
            text.append(" [").append(row.get("list").replace(' ', '_')).append("]");
        }
        line(row, text + " | " + row.get("name"));
    }

    private static String repeat(Map<String, String> row) {
        return row.get("repeat").equals(">1") ? "x*" : "x" + row.get("repeat");
    }

    /** Blank-separated, in quotes where a code has a blank. */
    private static String codes(String text) {
        var codes = new ArrayList<String>();
        var code = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                codes.add(code.toString());
                code.setLength(0);
            } else {
                code.append(c == ' ' ? '_' : c);
            }
        }
        codes.add(code.toString());
        return String.join(",", new java.util.LinkedHashSet<>(codes));
    }

    private void line(Map<String, String> row, String text) {
        out.append("  ".repeat(Integer.parseInt(row.get("depth")))).append(text).append("\n");
    }

    private static List<Map<String, String>> read(Path file) {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var names = cells(lines.get(0));
            return lines.stream()
                    .skip(1)
                    .map(line -> {
                        var cells = cells(line);
                        Map<String, String> row = new LinkedHashMap<>();
                        for (int at = 0; at < names.size(); at++) {
                            row.put(names.get(at), cells.get(at));
                        }
                        return row;
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"' && quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                cell.append(c);
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
