package org.superbill.billing.edits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.EncounterCoded;

/** Every edit, and the scrubbing of a claim by all of them. A new edit is one class and one line here. */
@ApplicationScoped
public class Edits {
    static final List<Edit> ALL = List.of(
            new BillingProviderNpi(),
            new BillingProviderTaxId(),
            new BillingAddressIsStreet(),
            new BillingPostalCodeWithNineDigits(),
            new RenderingProviderNpi(),
            new OtherProviderNpi(),
            new ServiceFacilityComplete(),
            new PlaceOfServicePresent(),
            new PlaceOfServiceKnown(),
            new PlaceOfProcedure(),
            new TaxonomyCodeForm(),
            new MemberIdPresent(),
            new MedicareBeneficiaryNumber(),
            new SubscriberComplete(),
            new PatientAddressComplete(),
            new BirthDateBeforeService(),
            new DiagnosisCount(),
            new DuplicateDiagnosis(),
            new DiagnosisEdition(),
            new DiagnosisPointers(),
            new DiagnosisCoversProcedure(),
            new LineCount(),
            new ProcedurePresent(),
            new ProcedureForOtherSex(),
            new ProcedureForOtherAge(),
            new RequiredModifier(),
            new UnitsAboveZero(),
            new ChargeAboveZero(),
            new TotalChargeFits(),
            new DuplicateLine(),
            new SentAlready(),
            new ServiceDateNotInFuture(),
            new CoverageInEffect(),
            new FilingLimit(),
            new PayerProfileComplete(),
            new NcciPair(),
            new UnlikelyUnits(),
            new AddOnBesidePrimary(),
            new BilateralByFeeSchedule(),
            new GlobalPeriod(),
            new PayerTakesClaim(),
            new PayerEnrolment(),
            new PayerLimits(),
            new MemberIdOfPayer(),
            new AnaesthesiaMinutes(),
            new UnlistedServiceDescribed(),
            new AmbulanceComplete(),
            new AmbulanceOriginDestination(),
            new LaboratoryCertified(),
            new MammographyCertified(),
            new SubstituteModifier(),
            new AdvanceNoticeModifiers(),
            new OrderedByNamed(),
            new AccidentDated(),
            new InjuryClaimNumber(),
            new AuthorizationOnFile(),
            new AuthorizationNumberKnown(),
            new FacilityAuthorization(),
            new FacilityDetails(),
            new PointOfOrigin(),
            new EpsdtReferral(),
            new PayerInItsTurn(),
            new ReasonForVisit(),
            new RevenueCodes(),
            new RevenueCodeWithProcedure(),
            new CharactersOfX12());

    /** Found by the writing itself, where no edit has found it before. */
    private static final EditRule WRITABLE = new EditRule(
            "x12-writable",
            1,
            Severity.ERROR,
            "005010X222A1, lengths and characters of elements",
            "X12 can say what the claim says",
            "Shorten or correct the field that the message names");

    /** Found when an encounter is voided while its claim waits for a file. */
    private static final EditRule NOT_VOIDED = new EditRule(
            "encounter-not-voided",
            1,
            Severity.ERROR,
            "What did not take place is not billed (31 U.S.C. 3729)",
            "The encounter has not been voided",
            "Nothing: the claim ends here. If the encounter took place, register it again");

    /** Found where a claim to a later payer is put together. */
    private static final EditRule PRIOR_PAYERS = new EditRule(
            "prior-payers-balance",
            1,
            Severity.ERROR,
            "005010X222A1 and 005010X223A2, 1.4.1.1: loops 2300, 2320, 2400, 2430",
            "What each prior payer has paid and adjusted adds up to the charge",
            "Post the prior payer's whole decision, or correct the claim to the prior payer first");

    /** Found where a claim to a later payer is put together. */
    private static final EditRule SECONDARY_ON_PAPER = new EditRule(
            "secondary-on-paper",
            2,
            Severity.WARNING,
            "The payer's profile: acceptsSecondaryElectronically",
            "The payer takes claims after another payer's electronically",
            "Print the claim and send it with the prior payer's explanation of benefits, or correct the payer's profile");

    /** Found of a version that replaces another or takes it back. */
    private static final EditRule CORRECTION_TAKEN = new EditRule(
            "payer-takes-correction",
            1,
            Severity.ERROR,
            "The payer's profile: acceptsCorrectedClaims, acceptsVoidClaims; 005010X222A1 and 005010X223A2, loop 2300, CLM05-3",
            "The payer takes claims that replace or take back another (frequencies 7 and 8)",
            "Ask the payer to reopen the claim, or correct the payer's profile");

    /** Found of a facility's version that replaces another or takes it back. */
    private static final EditRule CHANGE_REASON = new EditRule(
            "claim-change-reason",
            1,
            Severity.ERROR,
            "Medicare Claims Processing Manual, chapter 1, section 130.1.2.1; NUBC, form locators 18 to 28, condition codes D0 to D9 and E0",
            "A facility's claim that replaces another at Medicare, or takes it back, says why by a condition code",
            "Name changeReason when it is corrected, taken back or submitted: D5 or D6 takes back, the others replace");

    /** @param frequency CLM05-3 */
    public static Finding changeReasonMissing(String frequency) {
        return CHANGE_REASON.finding(
                "/encounter/claimDetails/institutional/conditionCodes",
                "The claim of frequency %s has no claim change reason that fits it".formatted(frequency));
    }

    /** @param frequency CLM05-3 */
    public static Finding correctionNotTaken(String frequency) {
        return CORRECTION_TAKEN.finding(
                "/payer/profile/acceptsCorrectedClaims", "The payer takes no claims of frequency " + frequency);
    }

    public static Finding secondaryOnPaperOnly() {
        return SECONDARY_ON_PAPER.finding(
                "/payer/profile/terms/acceptsSecondaryElectronically",
                "The payer takes claims after another payer's on paper only");
    }

    /** @param disagreement the sums */
    public static Finding priorPayersUnbalanced(String disagreement) {
        return PRIOR_PAYERS.finding("/coordination/priorPayers", "The sums disagree: " + disagreement);
    }

    public static Finding voided() {
        return NOT_VOIDED.finding("/encounter", "The encounter was voided before the claim left");
    }

    /** @param reason what X12 cannot say, without the value */
    public static Finding unwritable(String reason) {
        return WRITABLE.finding("/", reason);
    }

    /**
     * Checks a claim by the rules in force on the context's day, each line and code by its own date.
     *
     * @return what was found; the claim may go when nothing of it {@link Finding#stops}
     */
    public List<Finding> check(ClaimFacts facts, EditContext context) {
        return check(facts, List.of(), context);
    }

    /** The same of a claim that gathers encounters: what the codes of one say together is asked of each. @param gathered each encounter's own, lines with the claim's numbers */
    public List<Finding> check(ClaimFacts facts, List<EncounterCoded> gathered, EditContext context) {
        var claim = new KnownClaim(facts, context);
        var found = new ArrayList<Finding>();
        for (var edit : ALL) {
            if (edit.rule().inForce(context.today())) {
                edit.check(claim, one -> found.add(Lines.numbered(one, facts)));
            }
        }
        found.addAll(
                gathered.isEmpty()
                        ? CodesTogether.check(facts, context)
                        : CodesTogether.checkEach(facts, gathered, context));
        found.addAll(OwnRules.check(facts, context));
        return found;
    }

    List<EditRule> rules() {
        return Stream.of(
                        ALL.stream().map(Edit::rule),
                        CodesTogether.rules(),
                        Stream.of(
                                OwnRules.BROKEN,
                                WRITABLE,
                                NOT_VOIDED,
                                PRIOR_PAYERS,
                                SECONDARY_ON_PAPER,
                                CORRECTION_TAKEN,
                                CHANGE_REASON))
                .flatMap(rules -> rules)
                .toList();
    }
}
