package org.superbill.billing.edits;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.coderules.ClaimForm;
import org.superbill.coderules.CodeFacts;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.CodeSet;
import org.superbill.coderules.Encounter;
import org.superbill.coderules.Patient;
import org.superbill.coderules.Policy;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Setting;
import org.superbill.coderules.Sex;
import org.superbill.coderules.Terminology;
import org.superbill.coderules.rule.CodeRules;
import org.superbill.events.EncounterCoded;

/**
 * The rules of libraries/code-rules, as coding-service runs them, over the codes of a claim: a claim may come from a case that was coded before there was the rule, or
 * from elsewhere. As long as nothing is known of codes those run that need to know nothing.
 */
final class CodesTogether {
    private static final int VERSION = 1;
    private static final String CODES_OF_A_CLAIM = "/encounter";

    /** What edits of this package say of a claim already, and what compares lines with what the clinic entered, which a claim does not have. */
    private static final Set<String> SAID_OTHERWISE = Set.of(
            "birth-date-after-encounter",
            "diagnosis-missing",
            "diagnoses-too-many",
            "diagnosis-duplicate",
            "modifiers-too-many",
            "procedure-form",
            "procedure-duplicate",
            "pointer-missing",
            "pointers-too-many",
            "pointer-out-of-range",
            "pointer-duplicate",
            "line-duplicate",
            "line-without-service",
            "service-without-line",
            "line-differs-from-service",
            "icd-11-cluster",
            "icd-11-unknown");

    /** What an organization may let its coders pass with a reason, which a claim does not carry: it is told, and keeps no claim. */
    private static final Set<String> PASSED_IN_CODING = Set.of("excludes1");

    private static final Pattern PLACE = Pattern.compile("(/encounter/(?:diagnoses|lines)/)([0-9]+)(.*)");

    private static final String EXEMPT = "1";

    private static final List<CodeRule> RULES = CodeRules.without(SAID_OTHERWISE);

    private CodesTogether() {}

    static Stream<EditRule> rules() {
        return RULES.stream().map(rule -> edit(rule.rule()));
    }

    /** Of each of the encounters that a claim gathers: what one says does not contradict what was so months before. */
    static List<Finding> checkEach(ClaimFacts facts, List<EncounterCoded> gathered, EditContext context) {
        return gathered.stream()
                .flatMap(coding -> check(facts.with(coding), context).stream()
                        .map(found -> found.at(onTheClaim(found.pointer(), coding, facts.encounter()))))
                .distinct()
                .toList();
    }

    /** An encounter's diagnosis or line, where it stands on the claim. */
    private static String onTheClaim(String pointer, EncounterCoded coding, EncounterCoded claim) {
        var place = PLACE.matcher(pointer);
        if (!place.matches()) {
            return pointer;
        }
        var at = Integer.parseInt(place.group(2));
        return "%s%d%s".formatted(place.group(1), onTheClaim(place.group(1), at, coding, claim), place.group(3));
    }

    private static int onTheClaim(String of, int at, EncounterCoded coding, EncounterCoded claim) {
        if (of.endsWith("/diagnoses/")) {
            return claim.diagnoses().indexOf(coding.diagnoses().get(at));
        }
        var number = coding.lines().get(at).lineNumber();
        return IntStream.range(0, claim.lines().size())
                .filter(index -> claim.lines().get(index).lineNumber() == number)
                .findFirst()
                .orElse(0);
    }

    static List<Finding> check(ClaimFacts facts, EditContext context) {
        var codes = context.codes();
        var set = codes(facts, context.inIcd9() ? List.of() : diagnoses(facts.encounter()));
        var found = codes == CodeFacts.NONE
                ? CodeRules.checkWithoutFacts(set)
                : CodeRules.check(RULES, set, new CodesOfKnownSystems(codes));
        return found.isEmpty()
                ? List.of()
                : found.stream()
                        .filter(one -> !WaysOut.lead(facts, one.rule()))
                        .map(one -> finding(facts, one))
                        .toList();
    }

    private static Finding finding(ClaimFacts facts, org.superbill.coderules.Finding found) {
        var pointer = found.pointer();
        var finding = new Finding(
                found.rule(),
                VERSION,
                severity(found.rule(), found.severity()),
                found.source(),
                EditRule.SINCE_005010,
                null,
                null,
                pointer.startsWith("/patient") ? pointer : CODES_OF_A_CLAIM + pointer,
                found.message(),
                found.fix(),
                false);
        return Lines.numbered(finding, facts);
    }

    private static CodeSet codes(ClaimFacts facts, List<CodeSet.Diagnosis> diagnoses) {
        var encounter = facts.encounter();
        return new CodeSet(
                encounter(facts),
                null,
                diagnoses,
                encounter.lines().stream().map(CodesTogether::line).toList(),
                procedures(encounter),
                List.of());
    }

    private static Encounter encounter(ClaimFacts facts) {
        var encounter = facts.encounter();
        var institutional = facts.isInstitutional();
        var inpatient = institutional && "inpatient".equals(encounter.setting());
        return new Encounter(
                inpatient ? Setting.INPATIENT : Setting.OUTPATIENT,
                institutional ? ClaimForm.INSTITUTIONAL : ClaimForm.PROFESSIONAL,
                encounter.serviceDate(),
                encounter.dischargeDate(),
                new Patient(sex(facts.patient().sex()), facts.patient().birthDate(), null),
                Policy.STRICT);
    }

    private static List<CodeSet.Diagnosis> diagnoses(EncounterCoded encounter) {
        var present = encounter.presentOnAdmission();
        if (present == null || present.size() != encounter.diagnoses().size()) {
            return encounter.diagnoses().stream().map(CodeSet.Diagnosis::icd10).toList();
        }
        return IntStream.range(0, present.size())
                .mapToObj(i -> new CodeSet.Diagnosis(
                        Terminology.ICD_10_CM, encounter.diagnoses().get(i), indicator(present.get(i)), null))
                .toList();
    }

    /** An exempt code has none; X12 leaves it blank (005010X223A2, loop 2300, HI, C022-9). */
    private static @Nullable String indicator(String present) {
        return present.isBlank() || present.equals(EXEMPT) ? null : present;
    }

    private static List<CodeSet.Procedure> procedures(EncounterCoded encounter) {
        var procedures = encounter.procedures();
        return procedures == null
                ? List.of()
                : procedures.stream()
                        .map(procedure -> new CodeSet.Procedure(procedure.code(), procedure.date()))
                        .toList();
    }

    private static CodeSet.Line line(EncounterCoded.Line line) {
        return new CodeSet.Line(
                line.lineNumber(),
                line.procedureCode(),
                line.modifiers(),
                line.units(),
                line.serviceDate(),
                line.diagnosisPointers());
    }

    private static @Nullable Sex sex(org.superbill.events.Sex sex) {
        return switch (sex) {
            case female -> Sex.FEMALE;
            case male -> Sex.MALE;
            case unknown -> null;
        };
    }

    private static EditRule edit(Rule rule) {
        return new EditRule(
                rule.id(), VERSION, severity(rule.id(), rule.severity()), rule.source(), rule.title(), rule.fix());
    }

    private static Severity severity(String rule, org.superbill.coderules.Severity severity) {
        return severity == org.superbill.coderules.Severity.ERROR && !PASSED_IN_CODING.contains(rule)
                ? Severity.ERROR
                : Severity.WARNING;
    }
}
