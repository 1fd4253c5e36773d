package org.superbill.coding.cac;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A condition as physicians write it in reports, discharge diagnoses and consultations, with the codes that the Index, the Tabular List and the guidelines lead to. They were written down
 * specialty by specialty, without a look at what the engine makes of them. The words are ours.
 *
 * @param specialty the name of its file
 * @param kind diagnosis, narrative, complication, status, history, drug reaction …
 * @param codes all that must be proposed, in stored form
 * @param allowed what may be proposed too
 * @param words a whole sentence when they end with a full stop, else only what goes into one
 */
record GoldPhrase(
        String specialty, String kind, Encounter encounter, Set<String> codes, Set<String> allowed, String words) {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Set<String> LISTED = Set.of("status", "history");

    /**
     * All phrases of a folder. A heading ({@code # diagnosis M 66}) says the kind, sex and age of what stands under it; each line has codes, those that may be left out with a question mark, and
     * its phrases.
     */
    static List<GoldPhrase> all(Path folder) throws IOException {
        var phrases = new ArrayList<GoldPhrase>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                read(file, phrases);
            }
        }
        return phrases;
    }

    private static void read(Path file, List<GoldPhrase> phrases) throws IOException {
        var specialty = file.getFileName().toString().replace(".txt", "");
        var kind = "";
        var patient = new Encounter(Setting.INPATIENT, DAY, Encounter.Sex.FEMALE, 50);
        for (var line : Files.readAllLines(file)) {
            if (line.startsWith("# ")) {
                var heading = line.substring(2).split(" (?=[FM] \\d+$)|(?<= [FM]) ");
                kind = heading[0];
                patient = new Encounter(
                        Setting.INPATIENT,
                        DAY,
                        heading[1].equals("F") ? Encounter.Sex.FEMALE : Encounter.Sex.MALE,
                        Integer.valueOf(heading[2]));
                continue;
            }
            var fields = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            var codes = new HashSet<String>();
            var allowed = new HashSet<String>();
            for (var code : fields.get(0).replace(".", "").split(" ")) {
                if (code.startsWith("?")) {
                    allowed.add(code.substring(1));
                } else {
                    codes.add(code);
                }
            }
            for (var words : fields.subList(1, fields.size())) {
                phrases.add(new GoldPhrase(specialty, kind, patient, codes, allowed, words));
            }
        }
    }

    /** Half of the phrases are to look at, of the other only totals. Which is which follows from the words alone. */
    boolean isForReporting() {
        return (hash() & 1) == 1;
    }

    /** The bare note that it stands in: itself where it is a sentence, else a line of an assessment or of a history, or a sentence of a report. */
    String note() {
        if (words.endsWith(".")) {
            return words;
        }
        if (LISTED.contains(kind)) {
            return "Past medical history: " + words + ".";
        }
        if (kind.equals("social")) {
            return "Social history: " + words + ".";
        }
        return (hash() & 2) == 0 ? "Assessment: " + words + "." : "The patient was found to have " + words + ".";
    }

    private long hash() {
        var hash = new CRC32();
        hash.update(words.toLowerCase(Locale.ROOT).getBytes(UTF_8));
        return hash.getValue();
    }
}
