package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.notetext.SectionKind;

/**
 * From what a note mentions to what may be coded: what is denied, another's, past, uncertain or not of this encounter is sorted out, headers are narrowed to codes,
 * and the rules about codes that stand together are applied.
 */
final class Guidelines {
    private static final Pattern SUBSEQUENT = Pattern.compile(
            "(?i)routine healing|healing well|healed|follow[- ]?up|f/u|\\b(?:wks?|weeks|months|mos?|days) (?:after|s/p|post)|status post|recheck|cast (?:check|removal)|aftercare");
    private static final Pattern SEQUELA = Pattern.compile("(?i)sequela|late effect|residual of|old injury");
    private static final Pattern OPEN_WOUND =
            Pattern.compile("(?i)open (?:\\w+ )?(?:fracture|fx)|compound fracture|gustilo");
    private static final Pattern PREGNANT = Pattern.compile(
            "(?i)\\bpregnan|gestation|\\bIUP\\b|\\bG\\dP\\d|gravida|postpartum|puerper|cesarean|delivery|trimester|obstetric|breech|\\bOB\\b");
    private static final Pattern DELIVERED = Pattern.compile(
            "(?i)delivery summary|delivered by|liveborn|live newborn|vaginal delivery|gave birth|cesarean section (?:for|was|performed)");
    private static final Pattern NEWBORN =
            Pattern.compile("(?i)newborn|neonat|\\bNICU\\b|days? old|preterm infant|liveborn");
    private static final Pattern BEFORE = Pattern.compile(
            "status|history|prior|previous|in place|present|recipient|carrier|prosthe|has |wears|dependen|splenectomized|pseudopha");
    private static final List<String> OPERATIONS =
            List.of("Z90", "Z93", "Z94", "Z951", "Z952", "Z955", "Z964", "Z966", "Z965", "Z98");
    private static final int NEWBORN_YEARS = 1;
    private static final int BESIDE = 12;

    private final CodeBook book;
    private final Specifier specifier;
    private final Past past;
    private final Symptoms symptoms;

    Guidelines(CodeBook book, Specifier specifier, Past past, Symptoms symptoms) {
        this.book = book;
        this.specifier = specifier;
        this.past = past;
        this.symptoms = symptoms;
    }

    /** See {@link Symptoms#isExplained}. */
    boolean isExplained(Candidate symptom, Candidates codes) {
        return symptoms.isExplained(symptom, codes);
    }

    /** See {@link Specifier#share}. */
    double share(Candidate candidate, ReadNote note) {
        return specifier.share(candidate.code(), note, candidate.mentions());
    }

    Candidates apply(ReadNote note, List<Mention> mentions, Encounter encounter) {
        var codes = new Candidates();
        var uncertain = new ArrayList<Mention>();
        var concluded = note.sentences().stream()
                .anyMatch(sentence -> sentence.section() == SectionKind.ASSESSMENT
                        && !note.text()
                                .substring(sentence.start(), sentence.end())
                                .toLowerCase(Locale.ROOT)
                                .startsWith("same"));
        for (var mention : mentions) {
            switch (claim(mention, encounter, concluded)) {
                case TODAY -> today(codes, note, mention, encounter);
                case UNCERTAIN -> uncertain.add(mention);
                case PAST ->
                    past.personal(mention.target()).ifPresent(code -> former(codes, note, mention, code, encounter));
                case FAMILY -> past.family(mention.target()).ifPresent(code -> inFamily(codes, mention, code));
                case NOT_CODED -> {}
            }
        }
        combine(codes, note, encounter);
        uncertain.forEach(mention -> withhold(codes, mention));
        return codes;
    }

    /** What a mention comes to. */
    private enum Claim {
        TODAY,
        UNCERTAIN,
        PAST,
        FAMILY,
        NOT_CODED
    }

    private Claim claim(Mention mention, Encounter encounter, boolean concluded) {
        var status = mention.source() == Source.STATUS;
        if (status) {
            return statusClaim(mention);
        }
        switch (mention.section()) {
            case MEDICATIONS, ALLERGIES -> {
                return Claim.NOT_CODED;
            }
            case PREOPERATIVE -> {
                if (concluded) {
                    return Claim.NOT_CODED;
                }
            }
            case PLAN -> {
                if (mention.target().startsWith("R")) {
                    return Claim.NOT_CODED; // "call for fever", "weight loss" as advice
                }
            }
            default -> {}
        }
        return switch (mention.assertion()) {
            case NEGATED, HYPOTHETICAL, OTHER_PERSON -> Claim.NOT_CODED;
            case FAMILY -> Claim.FAMILY;
            case HISTORICAL -> past.lasts(mention.target()) ? Claim.TODAY : Claim.PAST;
            case RESOLVED -> encounter.setting().isInpatient() ? Claim.TODAY : Claim.NOT_CODED;
            case CONSISTENT -> encounter.setting().isInpatient() ? Claim.TODAY : Claim.UNCERTAIN;
            case UNCERTAIN ->
                encounter.setting().isInpatient() && isConclusion(mention) ? Claim.TODAY : Claim.UNCERTAIN;
            case PRESENT -> inPast(mention) && !past.lasts(mention.target()) ? Claim.PAST : Claim.TODAY;
        };
    }

    private static Claim statusClaim(Mention mention) {
        var familyHistory =
                mention.target().startsWith("Z8") && mention.target().compareTo("Z85") < 0;
        return switch (mention.assertion()) {
            case UNCERTAIN, CONSISTENT -> Anatomy.isExternalCause(mention.target()) ? Claim.TODAY : Claim.NOT_CODED;
            case NEGATED, HYPOTHETICAL, OTHER_PERSON -> Claim.NOT_CODED;
            case FAMILY -> familyHistory ? Claim.TODAY : Claim.NOT_CODED;
            case HISTORICAL -> Claim.TODAY;
            default -> inPast(mention) || !isOperation(mention) ? Claim.TODAY : Claim.NOT_CODED;
        };
    }

    /** An operation of this encounter is no status yet: what is gone or put in must have been so before. */
    private static boolean isOperation(Mention mention) {
        return OPERATIONS.stream().anyMatch(mention.target()::startsWith)
                && !BEFORE.matcher(mention.path()).find();
    }

    private static boolean inPast(Mention mention) {
        return mention.section() == SectionKind.PAST || mention.section() == SectionKind.SURGICAL;
    }

    /** II.H speaks of what is uncertain at the time of discharge: what the provider concludes, not what was thought on the way. */
    private static boolean isConclusion(Mention mention) {
        return mention.section() == SectionKind.ASSESSMENT;
    }

    private void today(Candidates codes, ReadNote note, Mention mention, Encounter encounter) {
        var record = record(note, mention, encounter);
        var specified = specifier.specify(mention.target(), record);
        if (specified.code() == null) {
            var header = new Candidate(mention.target()).seenIn(List.of(mention));
            header.leavesOpen(specified.missing());
            if (!mention.target().startsWith("Z") && isFor(mention.target(), note, encounter)) {
                codes.withhold(
                        header, "The record does not say enough to choose among the codes under " + mention.target());
            }
            return;
        }
        var code = specifier.refined(specified.code(), record).orElse(specified.code());
        if (!isFor(code, note, encounter)) {
            return;
        }
        var known = codes.find(code);
        var candidate = codes.add(code, List.of(mention)).because(whySpecific(mention, code));
        candidate.fits(known.isPresent() ? Math.max(known.get().margin(), specified.margin()) : specified.margin());
        candidate.leavesOpen(specified.missing());
        if (mention.assertion() == Assertion.UNCERTAIN) {
            candidate.because("Guidelines II.H: uncertain at discharge is coded as if it existed");
        }
    }

    private String whySpecific(Mention mention, String code) {
        var led = mention.source().citation() + ": " + mention.path();
        return code.equals(mention.target()) ? led : led + "; narrowed to " + code + " by what the record says";
    }

    private Specifier.Record record(ReadNote note, Mention mention, Encounter encounter) {
        var text = note.text();
        var sentence = note.sentences().get(mention.sentence());
        var near = text.substring(sentence.start(), sentence.end());
        var beside = text.substring(Math.max(sentence.start(), mention.start() - BESIDE), mention.end());
        var phase = SEQUELA.matcher(near).find()
                ? Specifier.Phase.SEQUELA
                : !encounter.setting().isInpatient()
                                && encounter.setting() != Setting.EMERGENCY
                                && SUBSEQUENT.matcher(text).find()
                        ? Specifier.Phase.SUBSEQUENT
                        : Specifier.Phase.INITIAL;
        return new Specifier.Record(
                note,
                note.wordsOf(mention.sentence()),
                note.side(mention),
                phase,
                OPEN_WOUND.matcher(beside).find(),
                trimester(text),
                DELIVERED.matcher(text).find(),
                encounter.sex(),
                text.substring(mention.start(), mention.end()));
    }

    /** Guidelines I.C.15.a.3: first to 13 weeks and 6 days, second to 27 weeks and 6 days. */
    private static @Nullable Integer trimester(String text) {
        return Measures.weeks(text)
                .map(weeks -> weeks.value() < 14 ? 1 : weeks.value() < 28 ? 2 : 3)
                .orElse(null);
    }

    private void former(Candidates codes, ReadNote note, Mention mention, String code, Encounter encounter) {
        var specified = specifier.specify(code, record(note, mention, encounter));
        if (specified.code() != null && isFor(specified.code(), note, encounter)) {
            codes.add(specified.code(), List.of(mention))
                    .because("Guidelines I.C.21.c.4: what is past is coded as personal history");
        }
    }

    private void inFamily(Candidates codes, Mention mention, String code) {
        var billable = book.billable(code);
        if (!billable.isEmpty()) {
            codes.add(billable.get(billable.size() - 1).code(), List.of(mention))
                    .because("Guidelines I.C.21.c.4: a relative's condition is coded as family history");
        }
    }

    /** Sex, age and pregnancy decide which chapters may be used at all. */
    private boolean isFor(String code, ReadNote note, Encounter encounter) {
        var chapter = code.charAt(0);
        if (chapter == 'O') {
            return encounter.sex() != Encounter.Sex.MALE
                    && PREGNANT.matcher(note.text()).find();
        }
        if (chapter == 'P') {
            var age = encounter.ageYears();
            return age == null ? NEWBORN.matcher(note.text()).find() : age < NEWBORN_YEARS;
        }
        if (encounter.sex() == null) {
            return true;
        }
        var title = book.text(code).toLowerCase(Locale.ROOT);
        return encounter.sex() == Encounter.Sex.MALE ? !Anatomy.isFemale(code, title) : !Anatomy.isMale(code, title);
    }

    private void combine(Candidates codes, ReadNote note, Encounter encounter) {
        handedness(codes, note);
        Diabetes.apply(codes);
        Combinations.apply(codes, note);
        if (DELIVERED.matcher(note.text()).find()) {
            inChildbirth(codes);
        }
        symptoms.dropIntegral(codes);
        lessSpecific(codes);
        unspecifiedInjuries(codes);
        told(codes);
        Supersessions.apply(codes);
        Injuries.bites(codes, book);
        Tobacco.apply(codes, note);
        externalCauses(codes);
        Measures.bodyMass(codes, note, encounter);
        Measures.gestation(codes, note);
        Measures.strokeScale(codes, note);
    }

    /** Guidelines I.C.15.a.3: whenever delivery occurs, the code for childbirth. */
    private static void inChildbirth(Candidates codes) {
        for (var diabetes : codes.all("O2441")) {
            codes.replace(
                    diabetes,
                    "O2442" + diabetes.code().substring(5),
                    "Guidelines I.C.15.a.3: with the delivery the code for childbirth");
        }
    }

    /** Guidelines I.C.6.a: where the dominant side is not documented the right one is taken as dominant. */
    private static void handedness(Candidates codes, ReadNote note) {
        for (var weakness : codes.all("G81")) {
            if (!weakness.code().startsWith("G819")) {
                continue;
            }
            for (var mention : List.copyOf(weakness.mentions())) {
                var side = note.side(mention);
                if (side == Side.RIGHT || side == Side.LEFT) {
                    codes.replace(
                            weakness,
                            side == Side.RIGHT ? "G8191" : "G8194",
                            "Guidelines I.C.6.a: right is taken as the dominant side unless documented otherwise");
                    break;
                }
            }
        }
    }

    /** An unspecified code beside a specific one of the same category says nothing more. Source: Guidelines I.B.2, I.B.18. */
    private void lessSpecific(Candidates codes) {
        for (var candidate : codes.all()) {
            if (isVague(candidate.code()) || isUnspecifiedFracture(candidate.code())) {
                betterThan(candidate, codes).ifPresent(better -> {
                    codes.drop(candidate);
                    better.seenIn(candidate.mentions())
                            .because("Guidelines I.B.18: more specific than " + candidate.code()
                                    + ", which the note says too");
                });
            }
        }
    }

    private Optional<Candidate> betterThan(Candidate vague, Candidates codes) {
        var category = vague.code().substring(0, 3);
        if (isUnspecifiedFracture(vague.code())) {
            return codes.all(vague.code().substring(0, 4)).stream()
                    .filter(other -> other != vague && sameEnd(vague.code(), other.code()))
                    .findFirst();
        }
        if (category.charAt(0) == 'S' || category.charAt(0) == 'Z' || category.charAt(0) == 'R') {
            return Optional.empty();
        }
        var words = vagueWords(vague.code());
        return codes.all(category).stream()
                .filter(other -> other != vague && !isVague(other.code()))
                .filter(other -> sameGroup(vague.code(), other.code())
                        || vagueWords(other.code()).containsAll(words)
                        || isOneWord(vague))
                .findFirst();
    }

    /** What is told on the way gives way to what is concluded of the same category: the conclusion is the provider's last word on it. */
    private static void told(Candidates codes) {
        for (var told : codes.all()) {
            var category = told.code().substring(0, 3);
            if (!ONE_OF_A_KIND.contains(told.code().charAt(0)) || isConcluded(told)) {
                continue;
            }
            codes.all(category).stream()
                    .filter(other -> other != told && isConcluded(other))
                    .findFirst()
                    .ifPresent(concluded -> {
                        codes.drop(told);
                        concluded
                                .seenIn(told.mentions())
                                .because("The conclusion, where the note says " + told.code() + " on the way");
                    });
        }
    }

    private static boolean isConcluded(Candidate candidate) {
        return candidate.mentions().stream().anyMatch(mention -> mention.section() == SectionKind.ASSESSMENT);
    }

    /** "Injury of the knee" says nothing beside the rupture that it was. */
    private void unspecifiedInjuries(Candidates codes) {
        for (var injury : codes.all("S")) {
            if (book.text(injury.code()).startsWith("Unspecified injury")
                    && codes.all("S").stream().anyMatch(other -> other != injury)) {
                codes.drop(injury);
            }
        }
    }

    private boolean isUnspecifiedFracture(String code) {
        return code.startsWith("S") && code.length() == 7 && book.text(code).startsWith("Unspecified fracture");
    }

    /** The same side and the same kind of encounter. */
    private static boolean sameEnd(String one, String other) {
        return other.length() == 7 && one.substring(5).equals(other.substring(5));
    }

    /** "Candidiasis" beside "oral candidiasis". */
    private static boolean isOneWord(Candidate candidate) {
        return candidate.mentions().stream().allMatch(mention -> mention.words() == 1);
    }

    private static boolean sameGroup(String one, String other) {
        return one.length() > 4 && other.length() > 4 && one.charAt(3) == other.charAt(3);
    }

    private Set<String> vagueWords(String code) {
        return specifier.words(book.text(code)
                .toLowerCase(Locale.ROOT)
                .replaceAll("unspecified (organism|site|severity)|unspecified|uncomplicated", " "));
    }

    private boolean isVague(String code) {
        var title = book.text(code).toLowerCase(Locale.ROOT);
        return title.contains("unspecified") && !title.contains("unspecified severity") || VAGUE.contains(code);
    }

    /** Chapters whose categories are mostly one disease; of neoplasms, injuries, symptoms and statuses there may be several. */
    private static final Set<Character> ONE_OF_A_KIND = Set.of('E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N');

    private static final Set<String> VAGUE =
            Set.of("I10", "E119", "E109", "J449", "K219", "N400", "C800", "C801", "C799", "F32A", "M810");

    /** Guidelines I.C.20.a: external causes go beside an injury, never alone. */
    private static void externalCauses(Candidates codes) {
        var injured = codes.has("S", "T0", "T1", "T2", "T3", "T6", "T7");
        for (var cause : codes.all()) {
            if (!injured && Anatomy.isExternalCause(cause.code())) {
                codes.drop(cause);
            }
        }
        var causes = codes.all().stream()
                .filter(code -> Anatomy.isExternalCause(code.code()))
                .toList();
        if (causes.size() > 1 && codes.has("W19")) {
            codes.all("W19").forEach(codes::drop);
        }
    }

    private static void withhold(Candidates codes, Mention mention) {
        if (!mention.target().startsWith("R") && codes.all(mention.target()).isEmpty()) {
            codes.withhold(
                    new Candidate(mention.target()).seenIn(List.of(mention)),
                    "Guidelines IV.H: an uncertain diagnosis is not coded for an outpatient, nor before discharge (II.H)");
        }
    }
}
