package org.superbill.coderules.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.superbill.coderules.CodeFacts;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.CodeSet;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;

/** All the rules. A new one is a class, its line here, its test and its page. */
public final class CodeRules {
    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing(Finding::pointer).thenComparing(Finding::rule).thenComparing(Finding::message);

    /** Those that judge codes by nothing but the codes. */
    private static final List<CodeRule> WITHOUT_FACTS = List.of(
            new ExternalCauseFirst(),
            new CauseCircumstances(),
            new AdditionalOnly(),
            new SequelaFirst(),
            new SequelaWithAcute(),
            new FirstListedOnly(),
            new NormalDelivery(),
            new PregnancyFirst(),
            new PoisoningFirst(),
            new DrugIntentContradicts(),
            new InjuryEpisodes(),
            new CauseEpisode(),
            new ContactWithDiagnosed(),
            new ObesityClass(),
            new HypertensionPresumed(),
            new DeliveryOutcome(),
            new OutcomeOfMultiple(),
            new SevereSepsisInfection(),
            new SevereSepsisOrgan(),
            new SepsisFirst(),
            new SubsequentInfarction(),
            new BurnExtentFirst(),
            new HivFirst(),
            new AftercareOfInjury(),
            new PostCovidFirst(),
            new TreatmentWithoutNeoplasm(),
            new DiabetesContradicts(),
            new BodyMassAge(),
            new DischargeBeforeAdmission(),
            new ModifierForm(),
            new ModifierDuplicate(),
            new ModifiersContradict(),
            new ModifierWithCode(),
            new VisitUnits(),
            new BilateralUnits());

    private static final List<CodeRule> WITH_FACTS = List.of(
            new NoDiagnosis(),
            new TooManyDiagnoses(),
            new DuplicateDiagnosis(),
            new UnknownDiagnosis(),
            new HeaderDiagnosis(),
            new DiagnosisNotValidOnDate(),
            new ReleaseMissing(),
            new SeventhCharacterMissing(),
            new SeventhCharacterInvalid(),
            new PlaceholderMissing(),
            new ExcludedTogether(),
            new ManifestationFirst(),
            new ManifestationAlone(),
            new CodeFirst(),
            new CodeFirstOpen(),
            new CodeFirstMissing(),
            new FullerBeside(),
            new ContraryBeside(),
            new UseAdditionalAfter(),
            new AdditionalMissing(),
            new BothSides(),
            new SideOfModifier(),
            new SideLeftOpen(),
            new SexConflict(),
            new AgeConflict(),
            new BornAfterEncounter(),
            new TrimestersContradict(),
            new PresentOnAdmissionOutpatient(),
            new PresentOnAdmissionValue(),
            new PresentOnAdmissionExempt(),
            new PresentOnAdmissionMissing(),
            new UnacceptablePrincipal(),
            new QuestionableAdmission(),
            new ClusterSyntax(),
            new UnknownIcd11(),
            new ProcedureForm(),
            new UnknownPcs(),
            new PcsNotValidOnDate(),
            new PcsOutpatient(),
            new PcsDate(),
            new UnknownProcedure(),
            new HeaderProcedure(),
            new ProcedureNotValidOnDate(),
            new ProcedureDuplicate(),
            new UnknownModifier(),
            new TooManyModifiers(),
            new UnitsForm(),
            new PointerMissing(),
            new PointersTooMany(),
            new PointerOutOfRange(),
            new PointerDuplicate(),
            new LineWithoutService(),
            new LineDuplicate(),
            new ServiceWithoutLine(),
            new DiffersFromService());

    private static final List<CodeRule> ALL =
            Stream.concat(WITHOUT_FACTS.stream(), WITH_FACTS.stream()).toList();

    private CodeRules() {}

    /** Ordered by where in the set they are, so that the same set always gives the same list. */
    public static List<Finding> check(CodeSet codes, CodeFacts facts) {
        return check(ALL, codes, facts);
    }

    /** What can be said where nothing is known of codes: as {@link #check}, by {@link #rulesWithoutFacts}. */
    public static List<Finding> checkWithoutFacts(CodeSet codes) {
        return check(WITHOUT_FACTS, codes, CodeFacts.NONE);
    }

    /** What each rule is. */
    public static List<Rule> rules() {
        return ALL.stream().map(CodeRule::rule).toList();
    }

    /** What each rule is that needs no facts. */
    public static List<Rule> rulesWithoutFacts() {
        return WITHOUT_FACTS.stream().map(CodeRule::rule).toList();
    }

    /** All but those named, for who has said so already in another way; to be run by {@link #check(List, CodeSet, CodeFacts)}. */
    public static List<CodeRule> without(Set<String> ids) {
        return ALL.stream().filter(rule -> !ids.contains(rule.rule().id())).toList();
    }

    /** As {@link #check(CodeSet, CodeFacts)}, by some of the rules. */
    public static List<Finding> check(List<CodeRule> rules, CodeSet codes, CodeFacts facts) {
        var set = new KnownSet(codes, facts);
        var found = new ArrayList<Finding>();
        for (var rule : rules) {
            rule.check(set, found::add);
        }
        found.sort(BY_PLACE);
        return Collections.unmodifiableList(found);
    }
}
