package org.superbill.coding.cac;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A note of the set with the codes that a coder gave it. The words are ours and the persons invented.
 *
 * @param id name of its file without the ending
 * @param gold ICD-10-CM or {@code CPT} codes with the very words that support them
 */
record GoldNote(String id, Encounter encounter, String text, List<Gold> gold) {

    /** @param code stored form, without the dot; CPT numbers begin with {@code CPT } */
    record Gold(String code, List<String> evidence) {}

    /** The set, in the order of its names. */
    static List<GoldNote> all(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var notes = new ArrayList<GoldNote>();
            for (var file : files.filter(path -> path.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                notes.add(read(file));
            }
            return notes;
        }
    }

    /** Half of the notes are for tuning; the other half is looked at for the reported figures only. Which is which follows from the name alone. */
    boolean isForReporting() {
        var hash = new CRC32();
        hash.update(id.getBytes(UTF_8));
        return (hash.getValue() & 1) == 1;
    }

    List<String> diagnoses() {
        return gold.stream()
                .map(Gold::code)
                .filter(code -> !code.startsWith("CPT"))
                .toList();
    }

    List<String> procedures() {
        return gold.stream()
                .map(Gold::code)
                .filter(code -> code.startsWith("CPT"))
                .map(code -> code.substring(4))
                .toList();
    }

    private static GoldNote read(Path file) throws IOException {
        var parts = Files.readString(file).split("--- note\\n|\\n--- gold\\n");
        var head = parts[0].lines()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));
        var setting = head.get("setting");
        return new GoldNote(
                file.getFileName().toString().replace(".txt", ""),
                new Encounter(
                        setting.equals("report")
                                ? Setting.INPATIENT
                                : Setting.valueOf(setting.toUpperCase(Locale.ROOT)),
                        LocalDate.parse(head.get("date")),
                        Encounter.Sex.valueOf(head.get("sex").toUpperCase(Locale.ROOT)),
                        Integer.valueOf(head.get("age"))),
                parts[1],
                parts[2].lines().map(GoldNote::gold).toList());
    }

    private static Gold gold(String line) {
        var fields = Arrays.stream(line.split("\\|")).map(String::strip).toList();
        return new Gold(fields.get(0).replace(".", ""), fields.subList(1, fields.size()));
    }
}
