package org.superbill.billing.edits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
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

    /** Found by the writing itself, where no edit has found it before. */
    private static final EditRule WRITABLE = new EditRule(
            "x12-writable",
            1,
            Severity.ERROR,
            "005010X222A1, lengths and characters of elements",
            "X12 can say what the claim says",
            "Shorten or correct the field that the message names");

    /** @param reason what X12 cannot say, without the value */
    public static Finding unwritable(String reason) {
        return WRITABLE.finding("/", reason);
    }

    /** @return what was found; the claim may go when there is no {@link Severity#ERROR} */
    public List<Finding> check(ClaimFacts facts, EditContext context) {
        return ALL.stream().flatMap(edit -> edit.check(facts, context)).toList();
    }

    List<EditRule> rules() {
        return Stream.concat(ALL.stream().map(Edit::rule), Stream.of(WRITABLE)).toList();
    }
}
