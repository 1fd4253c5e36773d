package org.superbill.coding.cac;

import java.util.List;
import java.util.regex.Pattern;

/** What is there as a status until it is what went wrong: the complication's code says it too. Source: ICD-10-CM Official Guidelines I.C.21.c.3, I.B.16. */
final class Implants {
    /** A status, and beginnings of the complications that say it. */
    private record Said(String status, List<String> complications) {}

    private static final List<Said> SAID = List.of(
            new Said("Z940", List.of("T861")),
            new Said("Z941", List.of("T862")),
            new Said("Z942", List.of("T8681")),
            new Said("Z944", List.of("T864")),
            new Said("Z947", List.of("T8684")),
            new Said("Z9481", List.of("T8600", "T8601", "T8602", "T8609", "D8981")),
            new Said("Z9484", List.of("T865", "D8981")),
            new Said("Z950", List.of("T8211", "T827")),
            new Said("Z95810", List.of("T8211", "T827")),
            new Said("Z952", List.of("T820", "T826")),
            new Said("Z955", List.of("T8285")),
            new Said("Z982", List.of("T850", "T8573")),
            new Said("Z961", List.of("T852")));

    /** The last place of a joint's status, and the one of its infection: right hip, left hip, right knee, left knee. Source: Tabular List, Z96.6, T84.5, T84.0, M97. */
    private static final List<String[]> JOINTS = List.of(
            new String[] {"Z96641", "T8451", "T84020", "T84030", "M9701", "T84010"},
            new String[] {"Z96642", "T8452", "T84021", "T84031", "M9702", "T84011"},
            new String[] {"Z96651", "T8453", "T84022", "T84032", "M9711", "T84012"},
            new String[] {"Z96652", "T8454", "T84023", "T84033", "M9712", "T84013"});

    private static final Pattern INFECTED = Pattern.compile(
            "(?i)infect\\w+ (?:of )?(?:\\w+ ){0,4}(?:prosthe|arthroplast|replacement)|(?:prosthe\\w+|periprosthetic)(?: \\w+){0,2} infection|infected (?:\\w+ ){0,3}(?:prosthe|arthroplast)");
    private static final Pattern BROKEN = Pattern.compile("(?i)periprosthetic (?:\\w+ ){0,3}fracture");
    private static final int INFECTION = 1;
    private static final int FRACTURE = 4;

    private Implants() {}

    static void apply(Candidates codes, ReadNote note) {
        for (var joint : JOINTS) {
            codes.find(joint[0]).ifPresent(status -> {
                if (said(status, note, INFECTED)) {
                    codes.dropAll("T8450");
                    codes.replace(
                            status,
                            joint[INFECTION] + "XA",
                            "Index: complication, joint prosthesis, infection, by joint");
                }
            });
            if (List.of(joint).subList(1, joint.length).stream().anyMatch(codes::has)) {
                codes.dropAll(joint[0]);
            }
        }
        broken(codes, note);
        for (var said : SAID) {
            if (codes.has(said.complications().toArray(String[]::new))) {
                codes.dropAll(said.status());
            }
        }
    }

    /** The joint is the only one with a prosthesis, or the one whose prosthesis the record has a complication of. */
    private static void broken(Candidates codes, ReadNote note) {
        var broken = BROKEN.matcher(note.text());
        if (!broken.find()) {
            return;
        }
        var infected =
                JOINTS.stream().filter(joint -> codes.has(joint[INFECTION])).toList();
        var present = infected.isEmpty()
                ? JOINTS.stream().filter(joint -> codes.has(joint[0])).toList()
                : infected;
        if (present.size() == 1) {
            codes.dropAll("S72");
            codes.dropAll(present.get(0)[0]);
            codes.add(
                            present.get(0)[FRACTURE] + "XA",
                            List.of(Measures.mention("M97", "Periprosthetic fracture", broken.start(), broken.end())))
                    .because("Index: fracture, periprosthetic, by joint");
        }
    }

    /** In a sentence that names the joint. */
    private static boolean said(Candidate status, ReadNote note, Pattern what) {
        return status.mentions().stream().anyMatch(mention -> {
            var sentence = note.sentences().get(mention.sentence());
            return what.matcher(note.text().substring(sentence.start(), sentence.end()))
                    .find();
        });
    }
}
