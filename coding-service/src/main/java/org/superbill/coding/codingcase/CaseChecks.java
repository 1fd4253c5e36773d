package org.superbill.coding.codingcase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.Patient;
import org.superbill.coderules.Policy;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Sex;
import org.superbill.coderules.rule.CodeRules;
import org.superbill.coding.codecheck.Checked;
import org.superbill.coding.codecheck.CodeChecks;
import org.superbill.coding.codecheck.Finding;
import org.superbill.coding.codecheck.Severity;
import org.superbill.coding.codingpolicy.CodingPolicies;
import org.superbill.coding.reference.KnownPatient;
import org.superbill.coding.reference.Reference;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/** What is said of the codes of a case: by the rules as findings, by the kind of case as refusals. */
@ApplicationScoped
public class CaseChecks {
    /** What compares lines with the services as they are charged: an auditor may find one forgotten, or not done. */
    private static final Set<String> OF_CHARGES = Set.of("line-without-service", "service-without-line");

    private static final Set<String> RULES =
            CodeRules.rules().stream().map(Rule::id).collect(Collectors.toSet());

    private final CodeChecks rules;
    private final Reference reference;
    private final CodingPolicies policies;

    CaseChecks(CodeChecks rules, Reference reference, CodingPolicies policies) {
        this.rules = rules;
        this.reference = reference;
        this.policies = policies;
    }

    void check(CodingCase codingCase) {
        check(List.of(codingCase));
    }

    /** In as many statements for all as for one. */
    void check(List<CodingCase> cases) {
        var patients = reference.patients(
                cases.stream().map(one -> one.encounter().patientId()).toList());
        cases.forEach(one -> one.checked(check(
                one.encounter(),
                one.kind(),
                one.coding(),
                Optional.ofNullable(patients.get(one.encounter().patientId())))));
    }

    Checked check(CaseEncounter encounter, CaseKind kind, CaseCoding coding) {
        return check(encounter, kind, coding, reference.patient(encounter.patientId()));
    }

    /**
     * What is said of a coding of no real case and no patient: nothing depends on sex or age. A facility's case is that of an inpatient where the coding has what only
     * inpatients have.
     *
     * @param on the day of all services, and of the discharge
     * @return refusals, then the errors that the rules find
     */
    public List<FieldError> objectionsToPractice(
            CaseKind kind, LocalDate on, List<Service> services, CaseCoding coding) {
        var isInpatient = kind == CaseKind.FACILITY
                && !(coding.presentOnAdmission().isEmpty()
                        && coding.procedures().isEmpty());
        var refused = unfit(isInpatient, coding);
        if (!refused.isEmpty()) {
            return refused;
        }
        var encounter = CaseEncounter.invented(
                isInpatient
                        ? new CaseDays(CareSetting.INPATIENT, on, on, on)
                        : new CaseDays(CareSetting.OFFICE, on, null, null),
                services);
        return check(encounter, kind, coding, Optional.empty()).findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(CaseChecks::refusal)
                .toList();
    }

    private static FieldError refusal(Finding finding) {
        return new FieldError(finding.pointer(), finding.rule(), finding.message() + ". " + finding.fix());
    }

    /**
     * @param then the encounter as it was when the case was finalized
     * @return all that the rules find
     * @throws Problem {@code VALIDATION_FAILED}, with pointers into what has the coding as {@code coding}
     */
    List<Finding> requireRight(CodingCase codingCase, CaseEncounter then, CaseCoding correct) {
        var kind = codingCase.kind();
        var errors = unfit(then.isInpatient(kind), correct);
        errors.addAll(strangers(codingCase.encounter(), correct));
        var findings = errors.isEmpty() ? check(then, kind, correct).findings() : List.<Finding>of();
        findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR && !OF_CHARGES.contains(finding.rule()))
                .map(CaseChecks::refusal)
                .forEach(errors::add);
        if (!errors.isEmpty()) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "What is said to be right is not, by the rules",
                    errors.stream()
                            .map(error -> new FieldError("/coding" + error.pointer(), error.code(), error.message()))
                            .toList());
        }
        return findings;
    }

    private Checked check(CaseEncounter encounter, CaseKind kind, CaseCoding coding, Optional<KnownPatient> who) {
        var patient = who.map(known -> new Patient(sex(known.sex()), known.birthDate(), null))
                .orElse(Patient.UNKNOWN);
        var policy = new Policy(policies.current().unrelatedConditionsAllowed());
        return rules.check(encounter.forRules(coding, kind, patient, policy));
    }

    /** Rules judge only by the two; null for any other, which they leave alone. */
    private static @Nullable Sex sex(org.superbill.events.Sex sex) {
        return switch (sex) {
            case female -> Sex.FEMALE;
            case male -> Sex.MALE;
            case unknown -> null;
        };
    }

    /**
     * What this case cannot have at all.
     *
     * @throws Problem {@code VALIDATION_FAILED}
     */
    void requireFit(CodingCase codingCase, CaseCoding coding) {
        var errors = unfit(codingCase.encounter().isInpatient(codingCase.kind()), coding);
        errors.addAll(strangers(codingCase.encounter(), coding));
        errors.addAll(unknownRules(coding.acknowledgements()));
        if (!errors.isEmpty()) {
            throw new Problem(KitProblem.VALIDATION_FAILED, "The coding does not fit the case", errors);
        }
    }

    /** A reason for a rule that there is not answers no finding. */
    private static List<FieldError> unknownRules(List<Acknowledgement> acknowledgements) {
        return IntStream.range(0, acknowledgements.size())
                .filter(i -> !RULES.contains(acknowledgements.get(i).rule()))
                .mapToObj(i -> new FieldError(
                        "/acknowledgements/%d/rule".formatted(i), "unknown-rule", "is no rule that finds anything"))
                .toList();
    }

    /** Whoever is said to have given a service is of the encounter, or a practitioner of the organization. */
    private List<FieldError> strangers(CaseEncounter encounter, CaseCoding coding) {
        var named = new LinkedHashMap<String, UUID>();
        for (var i = 0; i < coding.lines().size(); i++) {
            name(
                    named,
                    "/lines/%d/practitionerId".formatted(i),
                    coding.lines().get(i).practitionerId());
        }
        for (var i = 0; i < coding.procedures().size(); i++) {
            name(
                    named,
                    "/procedures/%d/practitionerId".formatted(i),
                    coding.procedures().get(i).practitionerId());
        }
        named.values().removeAll(encounter.practitioners());
        named.values().removeAll(reference.practitioners(Set.copyOf(named.values())));
        return named.keySet().stream()
                .map(pointer -> new FieldError(
                        pointer, "unknown-practitioner", "is no practitioner of the organization that is known"))
                .toList();
    }

    private static void name(Map<String, UUID> named, String pointer, @Nullable UUID practitioner) {
        if (practitioner != null) {
            named.put(pointer, practitioner);
        }
    }

    private static List<FieldError> unfit(boolean isInpatient, CaseCoding coding) {
        var errors = new ArrayList<FieldError>();
        var present = coding.presentOnAdmission().size();
        if (present > 0 && !isInpatient) {
            errors.add(new FieldError(
                    "/presentOnAdmission",
                    "not-inpatient",
                    "is said on the facility's case of an inpatient stay only"));
        } else if (present > 0 && present != coding.diagnoses().size()) {
            errors.add(new FieldError("/presentOnAdmission", "wrong-size", "must be one for each diagnosis"));
        }
        if (!coding.procedures().isEmpty() && !isInpatient) {
            errors.add(new FieldError(
                    "/procedures", "not-inpatient", "are said on the facility's case of an inpatient stay only"));
        }
        return errors;
    }
}
