package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Common procedures in the office, by what the note says was done. The words are ours; the numbers are CPT's. */
final class OfficeProcedures {
    private static final double SURE = 0.8;
    private static final int LOOK_BACK = 40;
    private static final int FEW_WARTS = 14;
    private static final int FEW_KERATOSES = 14;

    private static final Pattern NOT_DONE = Pattern.compile(
            "(?i)\\b(?:no|not|declin\\w*|defer\\w*|plan(?:ned)? for|schedul\\w*|next (?:time|visit)|consider\\w*|refer\\w* for|if)\\b[^.;\\n]*$");
    private static final Pattern LATER =
            Pattern.compile("(?i)^[^.;\\n]{0,25}\\b(?:next (?:time|visit)|declined|deferred|scheduled)");

    private record Kind(Pattern said, String code, String title, String why) {
        static Kind of(String said, String code, String title, String why) {
            return new Kind(Pattern.compile("(?i)" + said), code, title, why);
        }
    }

    private static final String MAJOR = "(?:knee|shoulder|hip|subacromial)";
    private static final String MIDDLE = "(?:wrist|elbow|ankle|acromioclavicular|olecranon)";
    private static final String SMALL = "(?:finger|toe|thumb|interphalangeal)";
    private static final String INTO = "(?:inject|inj\\b|aspirat|arthrocentesis)[^.;\\n]{0,30}";

    private static final List<Kind> KINDS = List.of(
            Kind.of(
                    "(?:" + INTO + MAJOR + "|" + MAJOR + "[^.;\\n]{0,15}(?:injection|injected|aspiration))|20610",
                    "20610",
                    "Injection or aspiration of a large joint",
                    "Large joint"),
            Kind.of(
                    "(?:" + INTO + MIDDLE + "|" + MIDDLE + "[^.;\\n]{0,15}(?:injection|injected|aspiration))",
                    "20605",
                    "Injection or aspiration of a medium joint",
                    "Medium joint"),
            Kind.of(
                    "(?:" + INTO + SMALL + "|" + SMALL + "[^.;\\n]{0,15}(?:injection|injected|aspiration))",
                    "20600",
                    "Injection or aspiration of a small joint",
                    "Small joint"),
            Kind.of("trigger point inj", "20552", "Injection of trigger points, one or two muscles", "Trigger points"),
            Kind.of(
                    "(?:I ?& ?D|incision and drainage|incised and drained)[^.;\\n]{0,40}(?:multiple|complicated|complex)",
                    "10061",
                    "Incision and drainage of an abscess, complicated or several",
                    "Complicated or several"),
            Kind.of(
                    "I ?& ?D|incision and drainage|incised and drained|abscess[^.;\\n]{0,20}drained",
                    "10060",
                    "Incision and drainage of an abscess, simple",
                    "One, simple"),
            Kind.of(
                    "(?:cerumen|ear ?wax)[^.;\\n]{0,40}(?:curett?e|instrument|forceps|suction|spoon)",
                    "69210",
                    "Removal of impacted ear wax with instruments",
                    "With instruments; by washing alone it is another code"),
            Kind.of(
                    "(?:cerumen|ear ?wax)[^.;\\n]{0,40}(?:irrigat|lavage|flush)",
                    "69209",
                    "Removal of impacted ear wax by washing",
                    "By irrigation only"),
            Kind.of(
                    "(?:tangential|shave) (?:skin )?(?:bx|biopsy)",
                    "11102",
                    "Shave biopsy of skin, first lesion",
                    "Tangential biopsy"),
            Kind.of("punch (?:bx|biopsy)", "11104", "Punch biopsy of skin, first lesion", "Punch biopsy"),
            Kind.of(
                    "skin tags?[^.;\\n]{0,40}(?:remov|snip|excis)",
                    "11200",
                    "Removal of skin tags, up to 15",
                    "Up to 15"),
            Kind.of("(?:nail)[^.;\\n]{0,25}(?:avuls)|partial nail avulsion", "11730", "Avulsion of a nail", "One nail"),
            Kind.of(
                    "\\b(?:EKG|ECG|electrocardiogram)\\b[^.;\\n]{0,25}(?:done|performed|today|in office|:|shows|nl|normal)",
                    "93000",
                    "Electrocardiogram with report",
                    "Done and read in the office"),
            Kind.of(
                    "spirometry[^.;\\n]{0,25}(?:done|performed|today|shows|pre|:)",
                    "94010",
                    "Spirometry",
                    "Done in the office"),
            Kind.of(
                    "nebuliz\\w*[^.;\\n]{0,25}(?:given|treatment|done|x ?\\d)|\\bneb tx",
                    "94640",
                    "Inhalation treatment of an obstructed airway",
                    "Nebulizer treatment"),
            Kind.of("rapid strep|strep (?:test )?(?:neg|pos|\\+)", "87880", "Rapid strep test", "Read in the office"),
            Kind.of(
                    "(?:rapid )?flu (?:a|b|test|a/b)[^.;\\n]{0,12}(?:pos|neg|\\+)",
                    "87804",
                    "Rapid influenza test",
                    "Read in the office"),
            Kind.of(
                    "\\bUA\\b[^.;\\n]{0,15}(?:LE|nitrite|dip|neg|pos|\\+)|urine dip",
                    "81002",
                    "Urinalysis by dipstick",
                    "Read in the office"),
            Kind.of(
                    "(?:urine )?(?:hcg|pregnancy test)[^.;\\n]{0,8}(?:neg|pos)",
                    "81025",
                    "Urine pregnancy test",
                    "Read in the office"));

    private static final Pattern WARTS = Pattern.compile(
            "(?i)\\b(?:warts?|verruca\\w*|molluscum|condylom\\w*)\\b[^.;\\n]{0,40}\\b(?:cryo\\w*|LN2|liquid nitrogen|frozen|destroy\\w*|cantharidin)");
    private static final Pattern KERATOSES = Pattern.compile(
            "(?i)\\b(?:actinic kerato\\w+|AKs?)\\b(?:[^.;\\n]{0,6}x ?(\\d+))?[^.;\\n]{0,40}\\b(?:cryo\\w*|LN2|liquid nitrogen|frozen|destroy\\w*)");
    private static final Pattern REPAIR = Pattern.compile(
            "(?i)(\\d+(?:\\.\\d+)?) ?cm (?:simple )?(?:repair|lac\\w* repair)|(?:simple )?repair(?:ed)?[^.;\\n]{0,20}?(\\d+(?:\\.\\d+)?) ?cm");
    private static final Pattern FACE =
            Pattern.compile("(?i)\\b(?:face|forehead|cheek|chin|lip|eyelid|nose|ear|eyebrow)\\b");

    private OfficeProcedures() {}

    static List<Procedure> of(Visit visit) {
        var text = visit.text();
        var found = new ArrayList<Procedure>();
        for (var kind : KINDS) {
            var said = kind.said().matcher(text);
            while (said.find()) {
                if (isDone(text, said.start(), said.end())) {
                    found.add(procedure(kind.code(), kind.title(), 1, said.start(), said.end(), kind.why()));
                    break;
                }
            }
        }
        if (found.stream().anyMatch(procedure -> procedure.code().equals("10061"))) {
            found.removeIf(procedure -> procedure.code().equals("10060"));
        }
        warts(text, found);
        keratoses(text, found);
        repair(text, found);
        return found;
    }

    private static void warts(String text, List<Procedure> found) {
        var said = WARTS.matcher(text);
        if (said.find() && isDone(text, said.start(), said.end())) {
            found.add(procedure(
                    "17110",
                    "Destruction of warts or molluscum, up to 14",
                    1,
                    said.start(),
                    said.end(),
                    "Up to " + FEW_WARTS));
        }
    }

    private static void keratoses(String text, List<Procedure> found) {
        var said = KERATOSES.matcher(text);
        if (!said.find() || !isDone(text, said.start(), said.end())) {
            return;
        }
        var lesions = said.group(1) == null ? 1 : Integer.parseInt(said.group(1));
        if (lesions > FEW_KERATOSES) {
            found.add(procedure(
                    "17004",
                    "Destruction of actinic keratoses, 15 or more",
                    1,
                    said.start(),
                    said.end(),
                    lesions + " lesions"));
            return;
        }
        found.add(procedure(
                "17000",
                "Destruction of an actinic keratosis, first",
                1,
                said.start(),
                said.end(),
                "The first lesion"));
        if (lesions > 1) {
            found.add(procedure(
                    "17003",
                    "Destruction of actinic keratoses, each further",
                    lesions - 1,
                    said.start(),
                    said.end(),
                    "Each of the others"));
        }
    }

    /** By length and site. Source: CPT, repair of wounds, simple. */
    private static void repair(String text, List<Procedure> found) {
        var said = REPAIR.matcher(text);
        if (!said.find() || !isDone(text, said.start(), said.end())) {
            return;
        }
        var length = Double.parseDouble(said.group(1) == null ? said.group(2) : said.group(1));
        var face = FACE.matcher(text).find();
        var code = face
                ? length <= 2.5 ? "12011" : length <= 5 ? "12013" : length <= 7.5 ? "12014" : "12015"
                : length <= 2.5 ? "12001" : length <= 7.5 ? "12002" : length <= 12.5 ? "12004" : "12005";
        found.add(procedure(
                code,
                face ? "Simple repair of a wound of the face" : "Simple repair of a wound",
                1,
                said.start(),
                said.end(),
                length + " cm"));
    }

    private static boolean isDone(String text, int start, int end) {
        return !NOT_DONE.matcher(text.substring(Math.max(0, start - LOOK_BACK), start))
                        .find()
                && !LATER.matcher(text.substring(end, Math.min(text.length(), end + LOOK_BACK)))
                        .find();
    }

    private static Procedure procedure(String code, String title, int units, int start, int end, String why) {
        return new Procedure("cpt", code, title, List.of(), units, SURE, start, end, List.of(why));
    }
}
