package org.superbill.billing.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.superbill.billing.deadline.ClaimType;
import org.superbill.billing.deadline.CountedFrom;
import org.superbill.billing.deadline.PayerLimitsOfTests;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.events.Address;
import org.superbill.events.CoverageChanged;
import org.superbill.events.EncounterCoded;
import org.superbill.events.PatientChanged;
import org.superbill.events.PayerChanged;
import org.superbill.events.PracticeChanged;
import org.superbill.events.Relationship;

/** Each edit: what it finds, its boundary, and what it must leave alone. */
class EditsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-03");

    private static List<Finding> find(Facts facts) {
        return find(facts, TODAY);
    }

    private static List<Finding> find(Facts facts, LocalDate today) {
        return new Edits().check(facts.build(), new EditContext(today, Set.of("payer-simulator")));
    }

    private static void assertFinds(Facts facts, String rule, String... pointers) {
        assertThat(find(facts))
                .filteredOn(finding -> finding.rule().equals(rule))
                .extracting(Finding::pointer)
                .containsExactly(pointers);
    }

    private static PracticeChanged.Organization organization(
            PracticeChanged.Organization old, String npi, String taxId, String taxonomy, Address address) {
        return new PracticeChanged.Organization(
                old.name(),
                npi,
                taxId,
                taxonomy,
                address,
                old.payToAddress(),
                old.timeZone(),
                old.contact(),
                old.submitter());
    }

    private static EncounterCoded.Line line(
            int number,
            String procedure,
            List<String> modifiers,
            String units,
            long charge,
            String on,
            Integer... pointers) {
        return new EncounterCoded.Line(
                number, procedure, modifiers, new BigDecimal(units), charge, LocalDate.parse(on), List.of(pointers));
    }

    private static EncounterCoded.Line line(Integer... pointers) {
        return line(1, "99213", List.of(), "1", 100, "2026-03-02", pointers);
    }

    @Test
    void aCompleteClaimHasNoFinding() {
        assertThat(find(new Facts())).isEmpty();
    }

    @Test
    void everyFindingSaysWhereWhoSaysSoAndWhatToDo() {
        var found = find(new Facts().memberId("1").diagnoses());
        assertThat(found).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.source()).isNotBlank();
            assertThat(finding.fix()).isNotBlank();
            assertThat(finding.pointer()).startsWith("/");
            assertThat(finding.message()).doesNotContain("W123456789");
        });
    }

    @Test
    void npisNeedTheirCheckDigit() {
        assertFinds(
                new Facts()
                        .organization(old -> organization(old, "1234567890", old.taxId(), "207Q00000X", Facts.ADDRESS)),
                "billing-provider-npi",
                "/organization/npi");
        var facts = new Facts();
        facts.practitioner = new PracticeChanged.Practitioner("1912301954", "BEN", null, "KILDARE", null);
        assertFinds(facts, "rendering-provider-npi", "/practitioner/npi");
        assertThat(Npi.isValid("1234567893")).isTrue();
        assertThat(Npi.isValid("123456789")).isFalse();
    }

    @Test
    void theOrganizationIsComplete() {
        assertFinds(
                new Facts().organization(old -> organization(old, old.npi(), "12-345678", "207Q00000X", Facts.ADDRESS)),
                "billing-provider-tax-id",
                "/organization/taxId");
        assertFinds(
                new Facts().organization(old -> organization(old, old.npi(), old.taxId(), "207Q", Facts.ADDRESS)),
                "taxonomy-code",
                "/organization/taxonomyCode");
        for (var box : List.of("PO BOX 12", "P.O. Box 99", "Post Office Drawer 4", "LOCKBOX 7", "p o box 3")) {
            var address = new Address(box, null, "MIAMI", "FL", "331111234");
            assertFinds(
                    new Facts().organization(old -> organization(old, old.npi(), old.taxId(), "207Q00000X", address)),
                    "billing-street-address",
                    "/organization/address/line1");
        }
        for (var street : List.of("12 BOXWOOD LN", "1 BOX ELDER RD", "77 POST OFFICE SQ")) {
            var address = new Address(street, null, "MIAMI", "FL", "331111234");
            assertThat(find(new Facts()
                            .organization(old -> organization(old, old.npi(), old.taxId(), "207Q00000X", address))))
                    .isEmpty();
        }
        var fiveDigits = new Address("1 MAIN ST", null, "MIAMI", "FL", "33111");
        assertThat(find(new Facts()
                        .organization(old -> organization(old, old.npi(), old.taxId(), "207Q00000X", fiveDigits))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("billing-postal-code");
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                });
    }

    @Test
    void aForeignPlaceNeedsNpiFormAndAddress() {
        var facts = new Facts();
        facts.location = new PracticeChanged.Location("HOSPITAL", "21", "1234567893", null);
        assertFinds(facts, "service-facility-complete", "/location/address");
        facts.location = new PracticeChanged.Location("HOSPITAL", "21", "1234567890", Facts.ADDRESS);
        assertFinds(facts, "service-facility-complete", "/location/npi");
        facts.location = new PracticeChanged.Location("HOSPITAL", "21", null, Facts.ADDRESS);
        assertFinds(facts, "service-facility-complete");
        facts.location = new PracticeChanged.Location("HOSPITAL", "2", null, null);
        assertFinds(facts, "place-of-service", "/location/placeOfService");
    }

    @Test
    void aMemberIdHasTwoToEightyCharacters() {
        assertFinds(new Facts().memberId("A"), "member-id", "/coverage/memberId");
        assertFinds(new Facts().memberId("AB"), "member-id");
        assertFinds(new Facts().memberId("A".repeat(80)), "member-id");
        assertFinds(new Facts().memberId("A".repeat(81)), "member-id", "/coverage/memberId");
        assertFinds(new Facts().memberId(" AB"), "member-id", "/coverage/memberId");
    }

    @Test
    void aDependentHasASubscriber() {
        assertFinds(new Facts().relationship(Relationship.child, null), "subscriber-complete", "/coverage/subscriber");
        var mother = new CoverageChanged.Subscriber("JANE", null, "SMITH", null, null, null);
        assertFinds(new Facts().relationship(Relationship.child, mother), "subscriber-complete");
    }

    @Test
    void thePatientIsCompleteAndWasBornBeforeTheService() {
        var facts = new Facts();
        var old = facts.patient;
        facts.patient = new PatientChanged(
                old.patientId(),
                "MARIA",
                null,
                "GARCIA",
                LocalDate.parse("2026-03-03"),
                old.sex(),
                new Address("", null, "MIAMI", "FL", "33111"),
                null);
        assertFinds(facts, "patient-address", "/patient/address");
        assertFinds(facts, "patient-birth-date", "/patient/birthDate");
        facts.patient = new PatientChanged(
                old.patientId(),
                "MARIA",
                null,
                "GARCIA",
                LocalDate.parse("2026-03-02"),
                old.sex(),
                Facts.ADDRESS,
                null);
        assertFinds(facts, "patient-birth-date");
    }

    @Test
    void aClaimHasOneToTwelveDiagnosesEachOnce() {
        var twelve = IntStream.range(0, 12).mapToObj(i -> "J0%02d".formatted(i)).toArray(String[]::new);
        var thirteen =
                IntStream.range(0, 13).mapToObj(i -> "J0%02d".formatted(i)).toArray(String[]::new);
        assertFinds(new Facts().diagnoses(), "diagnosis-count", "/encounter/diagnoses");
        assertFinds(new Facts().diagnoses(twelve), "diagnosis-count");
        assertFinds(new Facts().diagnoses(thirteen), "diagnosis-count", "/encounter/diagnoses");
        assertFinds(new Facts().diagnoses("J029", "Z23", "J029"), "duplicate-diagnosis", "/encounter/diagnoses/2");
    }

    @Test
    void aLinePointsToOneToFourDiagnosesOfTheClaim() {
        var five = new Facts().diagnoses("A000", "A001", "A009", "A010", "A011");
        assertFinds(five.lines(line(1, 2, 3, 4)), "diagnosis-pointers");
        assertFinds(five.lines(line(1, 2, 3, 4, 5)), "diagnosis-pointers", "/encounter/lines/0/diagnosisPointers");
        assertFinds(five.lines(line()), "diagnosis-pointers", "/encounter/lines/0/diagnosisPointers");
        assertFinds(five.lines(line(6)), "diagnosis-pointers", "/encounter/lines/0/diagnosisPointers");
        assertFinds(five.lines(line(0)), "diagnosis-pointers", "/encounter/lines/0/diagnosisPointers");
        assertFinds(five.lines(line(1, 1)), "diagnosis-pointers", "/encounter/lines/0/diagnosisPointers");
    }

    @Test
    void codesThatDoNotStandTogetherAreFoundByTheRulesOfCoding() {
        assertFinds(new Facts().diagnoses("W010XXA", "S52501A"), "external-cause-first", "/encounter/diagnoses/0");
        assertFinds(new Facts().diagnoses("S52501A", "W010XXA"), "external-cause-first");
        assertFinds(
                new Facts().lines(line(1, "20610", List.of("50", "RT"), "1", 100, "2026-03-02", 1)),
                "modifiers-contradict",
                "/encounter/lines/0/modifiers");
    }

    @Test
    void aClaimHasOneToFiftyLines() {
        assertFinds(new Facts().lines(), "line-count", "/encounter/lines");
        assertFinds(new Facts().lines(lines(50)), "line-count");
        assertFinds(new Facts().lines(lines(51)), "line-count", "/encounter/lines");
    }

    private static EncounterCoded.Line[] lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Facts.line(i, "%05d".formatted(90000 + i), 100))
                .toArray(EncounterCoded.Line[]::new);
    }

    @Test
    void aLineHasProcedureUnitsAndCharge() {
        var on = "2026-03-02";
        assertFinds(
                new Facts().lines(line(1, "9921", List.of(), "1", 100, on, 1)),
                "procedure-code",
                "/encounter/lines/0/procedureCode");
        assertFinds(
                new Facts().lines(line(1, "99213", List.of("25", "2"), "1", 100, on, 1)),
                "procedure-code",
                "/encounter/lines/0/procedureCode");
        assertFinds(new Facts().lines(line(1, "G0008", List.of("25"), "1", 100, on, 1)), "procedure-code");
        assertFinds(
                new Facts().lines(line(1, "99213", List.of(), "0", 100, on, 1)),
                "units-above-zero",
                "/encounter/lines/0/units");
        assertFinds(new Facts().lines(line(1, "99213", List.of(), "0.5", 100, on, 1)), "units-above-zero");
        assertFinds(
                new Facts().lines(line(1, "99213", List.of(), "1", 0, on, 1)),
                "charge-above-zero",
                "/encounter/lines/0/chargeCents");
        assertFinds(new Facts().lines(line(1, "99213", List.of(), "1", 1, on, 1)), "charge-above-zero");
        assertFinds(
                new Facts().lines(line(1, "99213", List.of(), "1", 10_000_000_000L, on, 1)),
                "total-charge",
                "/encounter/lines");
    }

    @Test
    void theSameServiceTwiceOnADayIsAWarning() {
        assertFinds(
                new Facts().lines(Facts.line(1, "99213", 100), Facts.line(2, "99213", 100)),
                "duplicate-line",
                "/encounter/lines/1/procedureCode");
        assertFinds(
                new Facts()
                        .lines(
                                line(1, "99213", List.of(), "1", 100, "2026-03-01", 1),
                                line(2, "99213", List.of(), "1", 100, "2026-03-02", 1)),
                "duplicate-line");
    }

    @Test
    void nothingIsBilledBeforeItsDay() {
        assertThat(find(new Facts(), LocalDate.parse("2026-03-02"))).isEmpty();
        assertThat(find(new Facts(), LocalDate.parse("2026-03-01")))
                .extracting(Finding::rule)
                .containsOnly("service-date-in-future");
    }

    @Test
    void theCoverageIsInForceOnEachDateOfService() {
        assertFinds(new Facts().inEffect("2026-03-02", "2026-03-02"), "coverage-in-effect");
        assertFinds(
                new Facts().inEffect("2026-03-03", null),
                "coverage-in-effect",
                "/encounter/lines/0/serviceDate",
                "/encounter/lines/1/serviceDate");
        assertFinds(
                new Facts().inEffect("2026-01-01", "2026-03-01"),
                "coverage-in-effect",
                "/encounter/lines/0/serviceDate",
                "/encounter/lines/1/serviceDate");
    }

    @Test
    void theFilingLimitIsCountedFromTheDateOfService() {
        assertThat(find(new Facts(), Facts.ON.plusDays(365))).isEmpty();
        assertThat(find(new Facts(), Facts.ON.plusDays(366)))
                .extracting(Finding::rule)
                .containsOnly("filing-limit");
    }

    @Test
    void theFilingLimitOfACorrectedClaimIsThePayersForThose() {
        var facts = new Facts().build();
        var entered = PayerLimitsOfTests.of(facts.payer().payerId(), ClaimType.CORRECTED, 90, CountedFrom.REMITTANCE);
        var terms = new FilingTerms(entered, ClaimType.CORRECTED, Facts.ON.plusDays(10));
        assertThat(filing(facts, terms, Facts.ON.plusDays(100))).isEmpty();
        assertThat(filing(facts, terms, Facts.ON.plusDays(101))).hasSize(2); // of each line
        var original = new FilingTerms(entered, ClaimType.ORIGINAL, null);
        assertThat(filing(facts, original, Facts.ON.plusDays(365)))
                .as("that of the profile")
                .isEmpty();
        assertThat(filing(facts, original, Facts.ON.plusDays(366))).hasSize(2);
    }

    private static List<Finding> filing(ClaimFacts facts, FilingTerms terms, LocalDate today) {
        return new Edits()
                .check(facts, new EditContext(today, Set.of("payer-simulator")).with(terms)).stream()
                        .filter(finding -> finding.rule().equals("filing-limit"))
                        .toList();
    }

    @Test
    void aPayerWithoutAnAddressOrConnectionCannotBeBilled() {
        var facts = new Facts();
        var old = facts.payer;
        facts.payer = new PayerChanged(
                old.payerId(),
                old.name(),
                old.payerIdentifier(),
                "CI",
                new PayerChanged.Profile(
                        "pigeon",
                        "005010X222A1",
                        "KEY",
                        "",
                        true,
                        365,
                        old.profile().interchange(),
                        old.profile().group()));
        assertFinds(facts, "payer-profile", "/payer/profile/receiverId", "/payer/profile/connection");
    }

    @Test
    void separatorsOfX12AreFoundBeforeTheyBreakAFile() {
        var facts = new Facts();
        var old = facts.patient;
        facts.patient = new PatientChanged(
                old.patientId(),
                "MARIA~",
                null,
                "O'BRIEN",
                old.birthDate(),
                old.sex(),
                new Address("1 MAIN*ST", null, "MIAMI", "FL", "33111"),
                null);
        assertFinds(facts, "x12-characters", "/patient/firstName", "/patient/address/line1");
        for (var wrong : List.of("W12:1", "W\u2603121", "W\u00c9121", "W12\n1")) {
            assertFinds(new Facts().memberId(wrong), "x12-characters", "/coverage/memberId");
        }
        assertFinds(new Facts().memberId("w1-2 (3)#"), "x12-characters");
        var line = Facts.line(1, "99213", 150_00);
        assertFinds(
                new Facts()
                        .lines(Details.line(
                                line, Details.service(null, "A~B\u2603", null, null, null, null, null, null))),
                "x12-characters",
                "/encounter/lines/0/details/description");
    }
}
