package org.superbill.billing.edits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.superbill.billing.reference.ClaimFacts;

/** Every edit, and the scrubbing of a claim by all of them. A new edit is one class and one line here. */
@ApplicationScoped
public class Edits {
    static final List<Edit> ALL = List.of(
            new BillingProviderNpi(),
            new BillingProviderTaxId(),
            new BillingPostalCodeWithNineDigits(),
            new RenderingProviderNpi(),
            new ServiceFacilityComplete(),
            new PlaceOfServicePresent(),
            new TaxonomyCodeForm(),
            new MemberIdPresent(),
            new SubscriberComplete(),
            new PatientAddressComplete(),
            new BirthDateBeforeService(),
            new DiagnosisCount(),
            new DuplicateDiagnosis(),
            new DiagnosisPointers(),
            new LineCount(),
            new ProcedurePresent(),
            new UnitsAboveZero(),
            new ChargeAboveZero(),
            new TotalChargeFits(),
            new DuplicateLine(),
            new ServiceDateNotInFuture(),
            new CoverageInEffect(),
            new FilingLimit(),
            new PayerProfileComplete(),
            new CharactersOfX12());

    /** @return what was found; the claim may go when there is no {@link Severity#ERROR} */
    public List<Finding> check(ClaimFacts facts, EditContext context) {
        return ALL.stream().flatMap(edit -> edit.check(facts, context)).toList();
    }

    List<EditRule> rules() {
        return ALL.stream().map(Edit::rule).toList();
    }
}
