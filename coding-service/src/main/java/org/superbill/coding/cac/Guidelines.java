package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.superbill.coding.notetext.SectionKind;

/**
 * From what a note mentions to what may be coded: what is denied, another's, past, uncertain or not of this encounter is sorted out, headers are narrowed to codes,
 * and the rules about codes that stand together are applied.
 */
final class Guidelines {
    private static final Pattern SUBSEQUENT = Pattern.compile("(?i)routine healing|healing well|healed|(?:follow[-"
            + " ]?up|f/u|recheck)(?!\\W{0,3}(?:in|with|within|if|as|prn|next|\\d)\\b)|\\b(?:wks?|weeks|months|mos?|days)"
            + " (?:after|s/p|post)|status post|cast (?:check|removal)|aftercare");
    private static final Pattern SEQUELA = Pattern.compile("(?i)sequela|late effect|residual of|old injury");
    private static final Pattern OPEN_WOUND =
            Pattern.compile("(?i)open (?:\\w+ )?(?:fracture|fx)|compound fracture|gustilo");
    private static final Pattern OPEN_BEHIND =
            Pattern.compile("(?i)^[^;.]{0,40}(?:gustilo|\\bopen fracture)|^,? \\(?open\\b");
    private static final Pattern TYPE_THREE =
            Pattern.compile("(?i)^[^;.]{0,60}\\b(?:type|grade) ?(?:III|3) ?[abc]?\\b");
    private static final int FAR_BEHIND = 80;
    private static final Pattern PREGNANT = Pattern.compile(
            "(?i)\\bpregnan|gestation|\\bIUP\\b|\\bG\\dP\\d|gravida|postpartum|puerper|cesarean|delivery|trimester|obstetric|breech|\\bOB\\b|"
                    + "caesarean|peripartum|antepartum|intrapartum|abortion|miscarr|placent|eclampsia|\\bHELLP\\b|ectopic preg|tubal preg|hydatidiform|chorioamnion|"
                    + "hydramnios|amniotic|f(?:o)?et(?:al|us)\\b|stillb|parturi|\\blabou?r\\b|premature rupture");
    private static final List<String> CONFIRMED_ONLY = List.of("B20", "A925", "U071", "J09", "J10");
    private static final String OPEN = "The record does not say enough to choose among the codes under ";
    private static final int NEWBORN_YEARS = 1;
    private static final int CHILDBEARING_YEARS = 9;
    private static final int BESIDE = 12;

    private final CodeBook book;
    private final Specifier specifier;
    private final Past past;
    private final Symptoms symptoms;
    private final Newborns newborns;
    private final Vagueness vagueness;

    Guidelines(CodeBook book, Specifier specifier, Past past, Symptoms symptoms) {
        this.book = book;
        this.specifier = specifier;
        this.past = past;
        this.symptoms = symptoms;
        this.newborns = new Newborns(book);
        this.vagueness = new Vagueness(book, specifier);
    }

    /** See {@link Symptoms#isExplained}. */
    boolean isExplained(Candidate symptom, Candidates codes) {
        return symptoms.isExplained(symptom, codes);
    }

    /** Names the code that a proposal could have been taken for, and what speaks against it, where no reason says so yet. */
    void tellFromNeighbours(Candidate candidate, Candidates codes, ReadNote note) {
        var proposed = codes.all().stream().map(Candidate::code).collect(Collectors.toSet());
        candidate.reasons().removeIf(reason -> Neighbours.isPast(reason, candidate.code(), proposed));
        if (!Neighbours.isNamedIn(candidate.reasons()) && book.isBillable(candidate.code())) {
            candidate.because(specifier.nearest(candidate.code(), note, candidate.mentions(), proposed));
        }
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
            switch (claim(mention, note, encounter, concluded)) {
                case TODAY -> {
                    if (Repairs.isOfMalformation(mention, note)) {
                        former(codes, note, mention, "Z8774", encounter);
                    } else {
                        today(codes, note, mention, encounter);
                    }
                }
                case UNCERTAIN -> {
                    uncertain.add(mention);
                    codes.doubts(mention.target());
                }
                case PAST ->
                    past.personal(mention.target()).ifPresent(code -> former(codes, note, mention, code, encounter));
                case FAMILY ->
                    past.family(mention.target())
                            .filter(code -> !isOfMother(code, note, encounter))
                            .ifPresent(code -> inFamily(codes, mention, code));
                case NOT_CODED -> {
                    if (mention.assertion() == Assertion.NEGATED) {
                        codes.denies(mention.target());
                    }
                }
            }
        }
        combine(codes, note, encounter);
        ofTheDay(codes);
        uncertain.forEach(mention -> withhold(codes, mention));
        return codes;
    }

    /** Rules name the codes of the newest release: an earlier day has what they were before, or a header over what the record leaves open. */
    private void ofTheDay(Candidates codes) {
        for (var candidate : codes.all()) {
            if (!book.isBillable(candidate.code())) {
                var valid = book.billable(Predecessors.in(book, candidate.code()));
                if (valid.size() == 1) {
                    codes.replace(
                            candidate,
                            valid.get(0).code(),
                            "The code of the day: " + candidate.code() + " is of another release");
                } else if (valid.isEmpty()) {
                    codes.drop(candidate);
                } else {
                    candidate.leavesOpen("type or severity");
                    codes.withhold(candidate, OPEN + candidate.code());
                }
            }
        }
    }

    /** What a mention comes to. */
    private enum Claim {
        TODAY,
        UNCERTAIN,
        PAST,
        FAMILY,
        NOT_CODED
    }

    private Claim claim(Mention mention, ReadNote note, Encounter encounter, boolean concluded) {
        if (mention.source() == Source.STATUS) {
            return Statuses.holds(mention, note, encounter) ? Claim.TODAY : Claim.NOT_CODED;
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
            case HISTORICAL -> ofHistory(mention, note);
            case INACTIVE -> past.lasts(mention.target()) ? Claim.NOT_CODED : Claim.PAST;
            case RESOLVED -> encounter.setting().isInpatient() ? Claim.TODAY : Claim.NOT_CODED;
            case CONSISTENT, UNCERTAIN ->
                encounter.setting().isInpatient() && isConclusion(mention) && !isConfirmedOnly(mention)
                        ? Claim.TODAY
                        : Claim.UNCERTAIN;
            case PRESENT ->
                inPast(mention)
                        ? ofHistory(mention, note)
                        : RemovedPrimaries.isOne(mention, note) ? Claim.PAST : Claim.TODAY;
        };
    }

    private Claim ofHistory(Mention mention, ReadNote note) {
        if (!past.lasts(mention.target()) && !isChronic(mention, note)) {
            return Claim.PAST;
        }
        return Repairs.isOperation(mention, note) ? Claim.NOT_CODED : Claim.TODAY;
    }

    /** "A history of chronic constipation". */
    private static boolean isChronic(Mention mention, ReadNote note) {
        var reading = note.reading(mention.sentence());
        return mention.source() != Source.STATUS
                && !Cancers.isOne(mention.target())
                && IntStream.rangeClosed(mention.first(), mention.last())
                        .anyMatch(at -> reading.get(at).word().equals("chronic"));
    }

    private static boolean inPast(Mention mention) {
        return mention.section() == SectionKind.PAST || mention.section() == SectionKind.SURGICAL;
    }

    /** II.H speaks of what is uncertain at the time of discharge: what the provider concludes, not what was thought on the way. */
    private static boolean isConclusion(Mention mention) {
        return mention.section() == SectionKind.ASSESSMENT;
    }

    /** What is never coded on suspicion, not even of an inpatient. Source: Guidelines I.C.1.a.1, I.C.1.f.1, I.C.1.g.1.a, I.C.10.c. */
    private static boolean isConfirmedOnly(Mention mention) {
        return CONFIRMED_ONLY.stream().anyMatch(mention.target()::startsWith);
    }

    private void today(Candidates codes, ReadNote note, Mention mention, Encounter encounter) {
        var record = record(note, mention, encounter);
        if (record.side() == Side.BILATERAL && specifier.hasNoneForBothSides(mention.target())) {
            today(codes, note, mention, encounter, record.on(Side.RIGHT)); // Guidelines I.B.13
            today(codes, note, mention, encounter, record.on(Side.LEFT));
        } else {
            today(codes, note, mention, encounter, record);
        }
    }

    private void today(Candidates codes, ReadNote note, Mention mention, Encounter encounter, Circumstances record) {
        var specified = specifier.specify(mention.target(), record);
        if (specified.code() == null) {
            var header = new Candidate(mention.target()).seenIn(List.of(mention));
            header.leavesOpen(specified.missing());
            if (book.find(mention.target()).isPresent()
                    && !mention.target().startsWith("Z")
                    && isFor(mention.target(), note, encounter)) {
                codes.withhold(header, OPEN + mention.target());
            }
            return;
        }
        var named = specifier.refined(specified.code(), record).orElse(specified.code());
        var code = Newborns.isNewborn(note, encounter)
                ? newborns.code(named, book.text(named)).orElse(named)
                : named;
        if (!isFor(code, note, encounter)) {
            return;
        }
        var known = codes.find(code);
        var candidate = codes.add(code, List.of(mention)).because(whySpecific(mention, code));
        candidate.fits(known.isPresent() ? Math.max(known.get().margin(), specified.margin()) : specified.margin());
        candidate.leavesOpen(specified.missing());
        if (specified.neighbour() != null && code.equals(specified.code())) {
            candidate.because(specified.neighbour());
        }
        if (mention.assertion() == Assertion.UNCERTAIN) {
            candidate.because("Guidelines II.H: uncertain at discharge is coded as if it existed");
        }
    }

    private String whySpecific(Mention mention, String code) {
        var led = mention.source().citation() + ": " + mention.path();
        return code.equals(mention.target()) ? led : led + "; narrowed to " + code + " by what the record says";
    }

    private Circumstances record(ReadNote note, Mention mention, Encounter encounter) {
        var text = note.text();
        var sentence = note.sentences().get(mention.sentence());
        var near = text.substring(sentence.start(), sentence.end());
        var beside = text.substring(Math.max(sentence.start(), mention.start() - BESIDE), mention.end());
        var behind = text.substring(mention.end(), Math.min(sentence.end(), mention.end() + FAR_BEHIND));
        var phase = SEQUELA.matcher(near).find()
                ? Circumstances.Phase.SEQUELA
                : !encounter.setting().isInpatient()
                                && encounter.setting() != Setting.EMERGENCY
                                && note.hasBeforePlan(SUBSEQUENT)
                        ? Circumstances.Phase.SUBSEQUENT
                        : Circumstances.Phase.INITIAL;
        return new Circumstances(
                note,
                note.wordsFor(mention),
                note.wordsBeside(mention),
                note.side(mention),
                phase,
                OPEN_WOUND.matcher(beside).find() || OPEN_BEHIND.matcher(behind).find(),
                TYPE_THREE.matcher(behind).find(),
                note.trimester(),
                Childbirth.isOf(note),
                encounter.sex(),
                text.substring(mention.start(), mention.end()));
    }

    private void former(Candidates codes, ReadNote note, Mention mention, String code, Encounter encounter) {
        var specified = specifier.specify(Predecessors.in(book, code), record(note, mention, encounter));
        if (specified.code() != null && isFor(specified.code(), note, encounter)) {
            codes.add(specified.code(), List.of(mention))
                    .because("Guidelines I.C.21.c.4: what is past is coded as personal history");
        }
    }

    /** What a newborn's mother carries is no history of the family. Source: Guidelines I.C.16.a.1 and 6 (P00: only where it has affected the newborn). */
    private static boolean isOfMother(String code, ReadNote note, Encounter encounter) {
        return code.startsWith("Z831") && Newborns.isNewborn(note, encounter);
    }

    private void inFamily(Candidates codes, Mention mention, String code) {
        var billable = book.billable(Predecessors.in(book, code));
        if (!billable.isEmpty()) {
            codes.add(billable.get(billable.size() - 1).code(), List.of(mention))
                    .because("Guidelines I.C.21.c.4: a relative's condition is coded as family history");
        }
    }

    /** Sex, age and pregnancy decide which chapters may be used at all. */
    private boolean isFor(String code, ReadNote note, Encounter encounter) {
        var chapter = code.charAt(0);
        var age = encounter.ageYears();
        if (chapter == 'O') {
            return encounter.sex() != Encounter.Sex.MALE
                    && (age == null || age >= CHILDBEARING_YEARS)
                    && note.has(PREGNANT);
        }
        if (chapter == 'P') {
            return age == null ? Newborns.isNewborn(note, encounter) : age < NEWBORN_YEARS;
        }
        if (code.startsWith("Z37") && Newborns.isNewborn(note, encounter) && encounter.ageYears() != null) {
            return false; // Z37 is the mother's
        }
        if (code.startsWith("Z38") && !Newborns.isNewborn(note, encounter)) {
            return false;
        }
        if (encounter.sex() == null) {
            return true;
        }
        var title = book.title(code);
        return encounter.sex() == Encounter.Sex.MALE ? !Anatomy.isFemale(code, title) : !Anatomy.isMale(code, title);
    }

    private void combine(Candidates codes, ReadNote note, Encounter encounter) {
        Dominance.apply(codes, note);
        StrokeSequelae.apply(codes, note);
        Transplants.apply(codes);
        DrugEffects.apply(codes, book);
        Poisonings.apply(codes, note);
        LegArteries.apply(codes, note);
        Diabetes.apply(codes, note);
        OsteoporoticFractures.apply(codes, note, book);
        Combinations.apply(codes, note);
        Dementias.apply(codes, note, book);
        Migraines.apply(codes, note, book);
        Injuries.trauma(codes, note);
        Burns.surface(codes, note);
        Implants.apply(codes, note);
        Childbirth.pregnancy(codes, note);
        Organisms.apply(codes, book);
        Statuses.dialysis(codes, note);
        if (Childbirth.isOf(note)) {
            Childbirth.delivery(codes, note);
        }
        symptoms.dropIntegral(codes);
        vagueness.apply(codes, note);
        Supersessions.apply(codes);
        Injuries.bites(codes, book);
        Tobacco.apply(codes, note);
        Allergies.apply(codes, note);
        Vaccines.given(codes, note, encounter.on());
        externalCauses(codes);
        Measures.bodyMass(codes, note, encounter);
        if (Newborns.isNewborn(note, encounter)) {
            Newborns.prematurity(codes, note);
        } else {
            if (encounter.sex() != Encounter.Sex.MALE
                    && (encounter.ageYears() == null || encounter.ageYears() >= CHILDBEARING_YEARS)) {
                Pregnancy.apply(codes, note, note.trimester());
                Deliveries.apply(codes, note);
            }
            Measures.gestation(codes, note);
        }
        Measures.strokeScale(codes, note);
    }

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
                    "Guidelines IV.H: an uncertain diagnosis is not coded for an outpatient, nor before discharge"
                            + " (II.H)");
        }
    }
}
