package org.superbill.coding.codingcase;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.Patient;
import org.superbill.coderules.Policy;
import org.superbill.coderules.Sex;
import org.superbill.coding.codecheck.Checked;
import org.superbill.coding.codecheck.CodeChecks;
import org.superbill.coding.codingpolicy.CodingPolicies;
import org.superbill.coding.reference.KnownPatient;
import org.superbill.coding.reference.Reference;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/** What is said of the codes of a case: by the rules as findings, by the kind of case as refusals. */
@ApplicationScoped
class CaseChecks {
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
    static void requireFit(CodingCase codingCase, CaseCoding coding) {
        var isInpatient = codingCase.encounter().isInpatient(codingCase.kind());
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
        if (!errors.isEmpty()) {
            throw new Problem(KitProblem.VALIDATION_FAILED, "The coding does not fit the case", errors);
        }
    }
}
