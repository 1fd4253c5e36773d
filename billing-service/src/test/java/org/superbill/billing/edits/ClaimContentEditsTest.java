package org.superbill.billing.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.billing.reference.AdvanceNotice;
import org.superbill.billing.reference.Authorized;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.testing.AgreedTerms;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.events.ClaimDetails;
import org.superbill.events.CoverageChanged;
import org.superbill.events.EncounterCoded;
import org.superbill.events.PayerChanged;
import org.superbill.events.PracticeChanged;
import org.superbill.events.Relationship;
import org.superbill.events.ServiceDetails;

/** What the payer's profile forbids, and what claims of some kinds have to say. */
class ClaimContentEditsTest {
    private static final EditContext CONTEXT = new EditContext(Facts.ON, Set.of("payer-simulator"));

    private static List<String> find(Facts facts) {
        return new Edits()
                .check(facts.build(), CONTEXT).stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .map(finding -> finding.rule() + " " + finding.pointer())
                        .toList();
    }

    @Test
    void aPayerThatTakesNoProfessionalClaimsGetsNone() {
        assertThat(find(new Facts().terms(new AgreedTerms().professionalForm("none"))))
                .containsExactly("payer-takes-claim /payer/profile/terms/professionalForm");
        assertThat(find(new Facts().terms(new AgreedTerms().professionalForm("paper"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "active, 2026-03-02, , true",
        "active, 2026-03-03, , false",
        "active, 2026-01-01, 2026-03-01, false",
        "active, 2026-01-01, 2026-03-02, true",
        "requested, , , false"
    })
    void theBillingNpiIsEnrolledOnTheDayOfSending(
            String state, @Nullable LocalDate from, @Nullable LocalDate to, boolean enrolled) {
        var enrolment = new PayerChanged.Enrolment("claims", "1234567893", state, from, to);
        assertThat(find(new Facts().terms(new AgreedTerms().enrolled(enrolment)))
                        .isEmpty())
                .isEqualTo(enrolled);
    }

    @Test
    void anEnrolmentForRemittancesIsNoneForClaims() {
        var enrolment = new PayerChanged.Enrolment("remittance", "1234567893", "active", null, null);
        assertThat(find(new Facts().terms(new AgreedTerms().enrolled(enrolment))))
                .containsExactly("payer-enrolment /payer/profile/terms/enrolments");
    }

    @Test
    void thePayersLimitsHoldAtTheirBoundary() {
        assertThat(find(new Facts().diagnoses("J029", "Z23").terms(new AgreedTerms().mostDiagnoses(2))))
                .isEmpty();
        assertThat(find(new Facts().diagnoses("J029", "Z23").terms(new AgreedTerms().mostDiagnoses(1))))
                .containsExactly("payer-limits /encounter/diagnoses");
    }

    @Test
    void aMemberIdLooksLikeOneOfThePayer() {
        assertThat(find(new Facts().terms(new AgreedTerms().memberIdPattern("W[0-9]{9}"))))
                .isEmpty();
        assertThat(find(new Facts().terms(new AgreedTerms().memberIdPattern("W[0-9]{8}"))))
                .containsExactly("member-id-of-payer /coverage/memberId");
    }

    @Test
    void anaesthesiaNeedsMinutesUnlessItIsBilledByUnits() {
        assertThat(find(new Facts().lines(Facts.line(1, "00810", 100))))
                .containsExactly("anaesthesia-minutes /encounter/lines/0/details/minutes");
        assertThat(find(new Facts().lines(Facts.line(1, "01996", 100)))).isEmpty();
    }

    @Test
    void anUnlistedServiceIsDescribed() {
        assertThat(find(new Facts().lines(Facts.line(1, "64999", 100))))
                .containsExactly("unlisted-service-described /encounter/lines/0/details/description");
        assertThat(find(new Facts().lines(Facts.line(1, "64998", 100)))).isEmpty();
    }

    @Test
    void aScreeningOfMedicaidsProgramForChildrenSaysToWhatItHasLed() {
        var screened = new Facts().filingIndicator("MC").lines(Details.with(Facts.line(1, "99395", 100), "EP"));
        screened.location = new PracticeChanged.Location("OFFICE", "11", null, null, "05D1234567", null);
        assertThat(find(screened)).contains("epsdt-referral /encounter/claimDetails/epsdtReferral");
        assertThat(find(screened.details(Details.screened("NU"))))
                .doesNotContain("epsdt-referral /encounter/claimDetails/epsdtReferral");
        var treated = new ServiceDetails(
                null, null, null, null, null, null, true, null, null, null, null, null, null, null, null);
        var later = new Facts().filingIndicator("MC").lines(Details.line(Facts.line(1, "99213", 100), treated));
        assertThat(new Edits()
                        .check(later.build(), CONTEXT).stream()
                                .filter(finding -> finding.rule().equals("epsdt-referral"))
                                .map(Finding::severity))
                .containsExactly(Severity.WARNING);
        assertThat(rules(new Facts()
                        .lines(Details.with(Facts.line(1, "99395", 100), "EP"))
                        .build()))
                .doesNotContain("epsdt-referral");
    }

    @Test
    void aMammographyToMedicareHasTheNumberOfItsCertificate() {
        var facts = new Facts()
                .filingIndicator("MB")
                .memberId("1EG4TE5MK73")
                .lines(Facts.line(1, "77067", 100))
                .details(Details.of(Details.ROSS, null, null));
        assertThat(find(facts)).containsExactly("mammography-certified /location/mammographyCertification");
        facts.lines(Details.with(Facts.line(1, "77067", 100), "26"));
        assertThat(find(facts)).isEmpty();
        facts.lines(Facts.line(1, "77067", 100));
        facts.location = new PracticeChanged.Location("OFFICE", "11", null, null, null, "123456");
        assertThat(find(facts)).isEmpty();
    }

    /** Two parents' plans; the one whose birthday is earlier in the year pays first. */
    @Test
    void whoPaysFirstIsBilledFirst() {
        var facts = new Facts().nextPayer();
        facts.coverage = ofParent(facts.coverage, "1980-05-02");
        facts.nextCoverage = ofParent(Objects.requireNonNull(facts.nextCoverage), "1985-05-01");
        assertThat(rules(facts.build())).contains("payer-in-its-turn");
        facts.nextCoverage = ofParent(facts.nextCoverage, "1985-05-02");
        assertThat(rules(facts.build())).doesNotContain("payer-in-its-turn");
        facts.nextCoverage = ofParent(facts.nextCoverage, "1985-05-01");
        facts.coverage = ofParent(facts.coverage, null); // who may be born on any day
        assertThat(rules(facts.build())).doesNotContain("payer-in-its-turn");
        facts.relationship(Relationship.spouse, facts.coverage.subscriber()); // no rule is about that one's birthday
        assertThat(rules(facts.build())).doesNotContain("payer-in-its-turn");
        assertThat(rules(new Facts().filingIndicator("MC").nextPayer().build())).doesNotContain("payer-in-its-turn");
        var supplemented = new Facts().nextPayer().filingIndicator("MB").memberId("1EG4TE5MK73");
        assertThat(rules(supplemented.build())).doesNotContain("payer-in-its-turn"); // a plan may only supplement it
        assertThat(rules(new Facts().nextPayer().filingIndicator("MC").build())).contains("payer-in-its-turn");
    }

    private static CoverageChanged ofParent(CoverageChanged coverage, @Nullable String bornOn) {
        return new CoverageChanged(
                coverage.coverageId(),
                coverage.patientId(),
                coverage.payerId(),
                coverage.memberId(),
                null,
                null,
                coverage.sequence(),
                Relationship.child,
                new CoverageChanged.Subscriber(
                        "PAT", null, "GARCIA", bornOn == null ? null : LocalDate.parse(bornOn), null, null),
                coverage.effectiveFrom(),
                null);
    }

    private static ClaimFacts authorized(Facts facts, @Nullable String notOnFile, String... numbers) {
        var lines = IntStream.range(0, numbers.length)
                .mapToObj(at ->
                        new Authorized.Line(at + 1, new UUID(0, at), numbers[at], "authorization", 0, BigDecimal.ONE))
                .toList();
        return facts.build().with(new Authorized(lines, List.of(), notOnFile));
    }

    private static List<String> rules(ClaimFacts facts) {
        return new Edits().check(facts, CONTEXT).stream().map(Finding::rule).toList();
    }

    @Test
    void aFacilitysClaimNamesOneAuthorization() {
        var facility = new Facts().atFacility(null);
        assertThat(rules(authorized(facility, null, "A1", "A2"))).contains("facility-authorization");
        assertThat(rules(authorized(facility, null, "A1", "A1"))).doesNotContain("facility-authorization");
        assertThat(rules(authorized(new Facts(), null, "A1", "A2"))).doesNotContain("facility-authorization");
    }

    @Test
    void anAuthorizationThatNobodyHasEnteredIsToldOf() {
        assertThat(rules(authorized(new Facts(), "A1"))).contains("authorization-number-known");
        assertThat(rules(authorized(new Facts(), null, "A1"))).doesNotContain("authorization-number-known");
    }

    @Test
    void aTransportIsDescribed() {
        assertThat(find(new Facts().lines(Facts.line(1, "A0429", 100))))
                .contains("ambulance-complete /encounter/claimDetails/ambulance");
    }

    @Test
    void aTransportToMedicareSaysFirstWhereItBeganAndEnded() {
        var finding = "ambulance-origin-destination /encounter/lines/0/modifiers";
        var line = Facts.line(1, "A0429", 100);
        for (var right : List.of("RH", "SX")) {
            assertThat(find(new Facts().filingIndicator("MB").lines(Details.with(line, right, "GM"))))
                    .doesNotContain(finding);
        }
        assertThat(find(new Facts().filingIndicator("MB").lines(line))).contains(finding);
        assertThat(find(new Facts().filingIndicator("MB").lines(Details.with(line, "GM", "RH"))))
                .contains(finding);
        assertThat(find(new Facts().lines(line))).doesNotContain(finding);
        assertThat(find(new Facts().filingIndicator("MB").lines(Facts.line(1, "A0998", 100))))
                .doesNotContain(finding);
    }

    /** The TB skin test and its neighbours; a breath test; what an embryologist does: CMS excludes them from its CLIA edits. */
    @ParameterizedTest
    @CsvSource({
        "86484,true",
        "86485,false",
        "86580,false",
        "86581,true",
        "83012,true",
        "83013,false",
        "89331,true",
        "89337,false",
        "88305,true",
        "88738,false",
        "80053,true"
    })
    void onlyATestUnderCliaNeedsItsNumber(String procedure, boolean needed) {
        var found = find(new Facts().lines(Facts.line(1, procedure, 100)).filingIndicator("MB"));
        assertThat(found.contains("laboratory-certified /location/cliaNumber")).isEqualTo(needed);
        assertThat(found.contains("ordered-by /encounter/lines/0/details/orderingProvider"))
                .isEqualTo(needed);
    }

    @Test
    void medicareAsksForCliaNumberAndForWhoOrdered() {
        var facts = new Facts().lines(Facts.line(1, "87070", 100)).filingIndicator("MB");
        assertThat(find(facts))
                .contains(
                        "laboratory-certified /location/cliaNumber",
                        "ordered-by /encounter/lines/0/details/orderingProvider");
        facts.location = new PracticeChanged.Location("OFFICE", "11", null, null, "05D1234567", null);
        facts.details(Details.of(Details.ROSS, null, null));
        assertThat(find(facts))
                .doesNotContain(
                        "laboratory-certified /location/cliaNumber",
                        "ordered-by /encounter/lines/0/details/orderingProvider");
    }

    @Test
    void aSubstitutesServicesCarryQ6AndOnlyThey() {
        var under = Details.of(null, null, new ClaimDetails.BilledUnder("fee-for-time", Details.ROSS));
        assertThat(find(new Facts().lines(Facts.line(1, "99213", 100)).details(under)))
                .containsExactly("substitute-modifier /encounter/lines/0/modifiers");
        assertThat(find(new Facts()
                        .lines(Details.with(Facts.line(1, "99213", 100), "Q6"))
                        .details(under)))
                .isEmpty();
        assertThat(find(new Facts().lines(Details.with(Facts.line(1, "99213", 100), "Q5"))))
                .containsExactly("substitute-modifier /encounter/lines/0/modifiers");
    }

    @ParameterizedTest
    @CsvSource({"GA, PATIENT", "GX, PATIENT", "GY, PATIENT", "GZ, PROVIDER"})
    void anAdvanceNoticeSaysWhoOwesWhatIsDenied(String modifier, AdvanceNotice.Owes owes) {
        assertThat(AdvanceNotice.of(List.of("25", modifier)).orElseThrow().owes())
                .isEqualTo(owes);
    }

    @ParameterizedTest
    @CsvSource({"GA, GZ, true", "GA, GX, true", "GA, GY, true", "GZ, GY, true", "GX, GY, false", "GA, 25, false"})
    void advanceNoticesExcludeEachOther(String one, String other, boolean contradict) {
        var line = Details.with(Facts.line(1, "99213", 100), one, other);
        assertThat(find(new Facts().lines(line)).contains("advance-notice-modifiers /encounter/lines/0/modifiers"))
                .isEqualTo(contradict);
    }

    @Test
    void whoeverIsNamedHasAValidNpiOrNone() {
        assertThat(find(new Facts().details(Details.of(provider("1234567890"), provider("1234567893"), null))))
                .containsExactly("other-provider-npi /encounter/claimDetails/referringProvider/npi");
        assertThat(find(new Facts().details(Details.of(provider(""), null, null))))
                .isEmpty();
        var ordered = Details.service(null, null, null, null, null, provider("1234567890"), null, null);
        assertThat(find(new Facts().lines(Details.line(Facts.line(1, "99213", 100), ordered))))
                .containsExactly("other-provider-npi /encounter/lines/0/details/orderingProvider/npi");
    }

    private static ClaimDetails.Provider provider(String npi) {
        return new ClaimDetails.Provider(npi, "ROSS", "DOUG", null, null);
    }

    @Test
    void anAccidentHasItsDay() {
        assertThat(find(new Facts().details(Details.accident(List.of("other"), null, null))))
                .containsExactly("accident-date /encounter/claimDetails/accident/date");
        assertThat(find(new Facts().details(Details.accident(List.of("employment", "auto"), "FL", null))))
                .containsExactly("accident-date /encounter/claimDetails/accident/date");
        assertThat(find(new Facts().details(Details.accident(List.of("employment"), null, null))))
                .isEmpty(); // an illness of the occupation
    }

    @ParameterizedTest
    @CsvSource({"WC,true", "AM,true", "LM,true", "CI,false", "MB,false"})
    void anInsurerAgainstAccidentsKnowsTheInjuryByItsNumber(String filingIndicator, boolean needed) {
        var facts = new Facts().filingIndicator(filingIndicator).details(Details.injury(null));
        var missing = "injury-claim-number /encounter/claimDetails/accident/claimNumber";
        assertThat(all(facts).contains(missing)).isEqualTo(needed);
        assertThat(all(facts.details(Details.injury("WC-77")))).doesNotContain(missing);
    }

    @Test
    void aFacilitysClaimNeedsTypeOfBillAndRevenueCodesAndNoPointers() {
        assertThat(find(new Facts().atFacility(Details.outpatient()).eachLine(ClaimContentEditsTest::withoutPointers)))
                .isEmpty();
        assertThat(find(new Facts().atFacility(null)))
                .containsExactly("facility-details /encounter/claimDetails/institutional");
        assertThat(find(new Facts().atFacility(Details.outpatient()).lines(Facts.line(1, "99213", 100))))
                .containsExactly("revenue-code /encounter/lines/0/details/revenueCode");
    }

    /** IV solutions and supplies need no procedure; a laboratory test and a professional's line do. */
    @Test
    void aFacilitysLineMayBeToldByItsRevenueCodeAlone() {
        var stay = new Facts().atFacility(Details.outpatient());
        assertThat(all(stay.lines(ofRevenueCode(1, "0258"), ofRevenueCode(2, "0270"))))
                .isEmpty();
        assertThat(all(stay.lines(ofRevenueCode(1, "0258"), ofRevenueCode(2, "0258"))))
                .containsExactly("duplicate-line /encounter/lines/1/procedureCode");
        assertThat(all(stay.lines(ofRevenueCode(1, "0300"))))
                .containsExactly("revenue-code-procedure /encounter/lines/0/procedureCode");
        assertThat(find(stay.lines(Details.with(ofRevenueCode(1, "0258"), "59"))))
                .containsExactly("procedure-code /encounter/lines/0/procedureCode");
        assertThat(find(new Facts().lines(Facts.line(1, "", 100))))
                .containsExactly("procedure-code /encounter/lines/0/procedureCode");
    }

    private static EncounterCoded.Line ofRevenueCode(int number, String revenueCode) {
        return withoutPointers(Details.line(
                Facts.line(number, "", 100_00),
                Details.service(null, null, null, null, null, null, null, revenueCode)));
    }

    private static List<String> all(Facts facts) {
        return new Edits()
                .check(facts.build(), CONTEXT).stream()
                        .map(finding -> finding.rule() + " " + finding.pointer())
                        .toList();
    }

    private static EncounterCoded.Line withoutPointers(EncounterCoded.Line line) {
        return new EncounterCoded.Line(
                line.lineNumber(),
                line.procedureCode(),
                line.modifiers(),
                line.units(),
                line.chargeCents(),
                line.serviceDate(),
                List.of(),
                null,
                line.details());
    }
}
