package org.superbill.billing.claimcheck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.deadline.ClaimType;
import org.superbill.billing.edits.EditContext;
import org.superbill.billing.edits.Edits;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.FactsJson;
import org.superbill.billing.submission.WrittenClaims;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.events.ClaimDetails;
import org.superbill.events.EncounterCoded;
import org.superbill.events.PracticeChanged;
import org.superbill.events.ServiceDetails;
import org.superbill.servicekit.problem.Problem;

/** What a claim says in X12 is what it said before it was written: every loop that is written is read. */
class X12ClaimFactsTest {
    private static final LocalDate DAY = Facts.ON;
    private static final ClaimDetails.Provider CARTER =
            new ClaimDetails.Provider("1679576722", "CARTER", "JOHN", "Q", null);
    private static final ClaimDetails.Provider LANE =
            new ClaimDetails.Provider("1912301953", "LANE", "ANN", null, null);

    private static String written(ClaimFacts facts) {
        return WrittenClaims.of(new ClaimContent(UUID.randomUUID(), 1, "SB1V1", "1", null, null, null, facts));
    }

    private static ClaimFacts read(String file) {
        var found = new ArrayList<ClaimFacts>();
        read(file, found, new ArrayList<>());
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static void read(String file, List<ClaimFacts> found, List<X12ClaimFacts> claims) {
        var reading = new X12ClaimFile(claim -> {
            claims.add(claim);
            found.add(FactsJson.read(
                    claim.facts(UUID.randomUUID(), null).toString(), new TypeReference<ClaimFacts>() {}));
            return new CheckedClaims.Checked(claim.claimNumber(), "", true, List.of());
        });
        reading.read(counted(file).getBytes(UTF_8));
        assertThat(reading.unreadable()).isEmpty();
    }

    /** With what SE01 says of the segments that are there. */
    private static String counted(String file) {
        var segments = file.substring(file.indexOf("ST*"), file.lastIndexOf("SE*"))
                        .chars()
                        .filter(c -> c == '~')
                        .count()
                + 1;
        return file.replaceFirst("SE\\*\\d+", "SE*" + segments);
    }

    private static ClaimFacts again(Facts facts) {
        return read(written(facts.build()));
    }

    private static EncounterCoded.Line line(String procedure, ServiceDetails details, String... modifiers) {
        return Details.with(Details.line(Facts.line(1, procedure, 100_00), details), modifiers);
    }

    @Test
    void aFileWhoseClaimsHaveMoreFindingsThanAreAnsweredIsRefused() {
        var facts = new Facts();
        var finding = new Edits()
                .check(facts.memberId("").build(), new EditContext(DAY, Set.of(ClaimChecks.ANY_CONNECTION)))
                .get(0);
        var reading = new X12ClaimFile(claim ->
                new CheckedClaims.Checked(claim.claimNumber(), "", true, Collections.nCopies(10_000, finding)));
        var one = counted(written(new Facts().build()));
        reading.read(one.repeat(6).getBytes(UTF_8));
        assertThat(reading.claims()).hasSize(6); // what the last one adds is still told
        assertThatThrownBy(() -> reading.read(one.getBytes(UTF_8)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("50,000");
    }

    private static List<String> errors(ClaimFacts facts) {
        return new Edits()
                .check(facts, new EditContext(DAY, Set.of(ClaimChecks.ANY_CONNECTION))).stream()
                        .filter(finding -> finding.stops(List.of()))
                        .map(finding -> finding.rule() + " " + finding.pointer())
                        .toList();
    }

    @Test
    void whatAProfessionalClaimSaysBesidesCodesIsReadAgain() {
        var transport = new ClaimDetails.Ambulance(
                140,
                "A",
                new BigDecimal("12.5"),
                "CARDIAC CARE",
                "UNCONSCIOUS",
                List.of("01", "08"),
                Facts.ADDRESS,
                Facts.ADDRESS,
                "MERCY HOSPITAL",
                2);
        var details = new ClaimDetails(
                CARTER,
                LANE,
                null,
                new ClaimDetails.Accident(List.of("auto", "employment"), "FL", DAY.minusDays(3), "2026-A-77"),
                List.of(
                        new ClaimDetails.DateOf("onset", DAY.minusDays(2), null),
                        new ClaimDetails.DateOf("vision-prescription", DAY.minusDays(2), null),
                        new ClaimDetails.DateOf("disability", DAY.minusDays(1), DAY),
                        new ClaimDetails.DateOf("care-assumed", DAY.minusDays(2), null),
                        new ClaimDetails.DateOf("care-relinquished", DAY.minusDays(1), null)),
                "R100",
                "A200",
                "SEEN TWICE ON THE DAY",
                20_00L,
                "9",
                transport,
                null,
                List.of(new ClaimDetails.Attachment("OZ", "FX", "DOC-1")),
                List.of("AV", "ST"));
        assertThat(again(new Facts().filingIndicator("AM").details(details))
                        .encounter()
                        .details())
                .isEqualTo(details);
    }

    @Test
    void whatAServiceSaysBesidesItsCodeIsReadAgain() {
        var details = new ServiceDetails(
                DAY.plusDays(1),
                "REPAIR OF A RARE DEFECT",
                "DONE TWICE",
                null,
                "22",
                true,
                true,
                true,
                new ServiceDetails.Drug("00409115901", new BigDecimal("2.5"), "ML", "RX1"),
                CARTER,
                LANE,
                CARTER,
                "05D7654321",
                new ServiceDetails.PurchasedService(
                        "1679576722", 30_00, new ServiceDetails.Place("QUICK LAB", Facts.ADDRESS)),
                null);
        var line = line("64999", details, "RT");
        assertThat(again(new Facts().lines(line)).encounter().lines()).containsExactly(line);
    }

    @Test
    void minutesOfAnaesthesiaAreNoUnits() {
        var line = line("00810", Details.service(null, null, 45, null, null, null, null, null), "AA");
        assertThat(again(new Facts().lines(line)).encounter().lines()).containsExactly(line);
    }

    @Test
    void whatAFacilitysClaimSaysIsReadAgain() {
        var outpatient = Details.outpatient();
        var stay = new ClaimDetails.Institutional(
                outpatient.typeOfBill(),
                outpatient.admissionType(),
                outpatient.admissionSource(),
                outpatient.patientStatus(),
                null,
                14,
                "R0600",
                outpatient.reasonsForVisit(),
                List.of("W19XXXA"),
                outpatient.conditionCodes(),
                outpatient.occurrences(),
                outpatient.occurrenceSpans(),
                outpatient.values(),
                Details.ROSS,
                CARTER,
                LANE);
        var read = again(new Facts().atFacility(stay));
        assertThat(read.encounter().details().institutional()).isEqualTo(stay);
        assertThat(read.isInstitutional()).isTrue();
        assertThat(read.encounter().setting()).isEqualTo("facility-outpatient");
    }

    /** A principal diagnosis, 24 others and a cause, which is written before them. */
    @Test
    void aFullFacilitysClaimWithItsCauseHasNoError() {
        var codes = new ArrayList<>(List.of("S61219A", "W260XXA"));
        for (var number = 2; number <= 25; number++) {
            codes.add("J%03d".formatted(number));
        }
        var read = again(new Facts().atFacility(Details.outpatient()).diagnoses(codes.toArray(String[]::new)));
        codes.add(codes.remove(1));
        assertThat(read.encounter().diagnoses()).isEqualTo(codes);
        assertThat(errors(read)).isEmpty();
    }

    @Test
    void aFacilitysScreeningOfAChildIsReadAgain() {
        var stay = Details.outpatient();
        var details = Details.screened("AV", "ST").with(stay);
        assertThat(again(new Facts().filingIndicator("MC").atFacility(stay).details(details))
                        .encounter()
                        .details())
                .isEqualTo(details);
    }

    @Test
    void aFacilitysLineIsReadByItsRevenueCodeAlone() {
        var details = Details.service(null, null, null, null, null, null, null, "0258");
        var read = again(
                new Facts().atFacility(Details.outpatient()).lines(Details.line(Facts.line(1, "", 125_00), details)));
        assertThat(read.encounter().lines().get(0).procedureCode()).isEmpty();
        assertThat(read.encounter().lines().get(0).billedCode()).isEqualTo("0258");
        assertThat(errors(read)).isEmpty();
    }

    @Test
    void theInsurersNumberOfAnInjuryStandsForTheMemberId() {
        var injured = new Facts().filingIndicator("WC").details(Details.injury("WC-77"));
        var file = written(injured.build());
        assertThat(errors(read(file))).isEmpty();
        assertThat(errors(read(file.replace("*MI*W123456789", "")))).isEmpty();
        assertThat(errors(read(file.replace("*MI*W123456789", "").replace("REF*Y4*WC-77~", ""))))
                .contains("member-id /coverage/memberId");
        var atFacility = new Facts().filingIndicator("WC").atFacility(Details.outpatient());
        var ofAFacility = written(atFacility.build()).replace("DMG*D8*19800131*F~", "DMG*D8*19800131*F~REF*Y4*WC-77~");
        assertThat(read(ofAFacility).injuryClaimNumber()).isEqualTo("WC-77");
    }

    /** Written by hand, for we bill none (docs/claims.md). */
    @Test
    void aHospitalsStayIsJudgedAsOne() {
        var outpatient = written(new Facts().atFacility(Details.outpatient()).build());
        var inpatient = outpatient
                .replace("13:A:1", "11:A:1")
                .replace("DTP*434*RD8*20260302-20260302~", "DTP*434*RD8*20260228-20260302~DTP*435*DT*202602280915~")
                .replace("HI*ABK:J029~", "HI*ABK:J029:::::::Y~HI*ABF:Z9981~");
        var read = read(inpatient).encounter();
        assertThat(read.setting()).isEqualTo("inpatient");
        assertThat(read.admissionDate()).isEqualTo("2026-02-28");
        assertThat(read.dischargeDate()).isEqualTo("2026-03-02");
        assertThat(read.presentOnAdmission()).containsExactly("Y", "");
        var stay = read.details().institutional();
        assertThat(stay).isNotNull();
        assertThat(stay.admissionHour()).isEqualTo(9);
        assertThat(errors(read(inpatient))).isEmpty();
        assertThat(read(inpatient.replace("*1*01~", "*1*30~")).encounter().dischargeDate())
                .isNull(); // still a patient
    }

    @Test
    void certificatesAreReadOfTheClaimAndOfALine() {
        var facts = new Facts().lines(Facts.line(1, "87070", 25_00));
        facts.location = new PracticeChanged.Location("OFFICE", "11", null, null, "05D1234567", "M99");
        var file = written(facts.build());
        assertThat(read(file).location().cliaNumber()).isEqualTo("05D1234567");
        var onTheLine = file.replace("REF*X4*05D1234567~", "").replace("REF*6R", "REF*X4*05D1111111~REF*6R");
        assertThat(read(onTheLine).location().cliaNumber()).isEqualTo("05D1111111");
        var mammography = written(facts.lines(Facts.line(1, "77067", 100_00)).build());
        assertThat(read(mammography).location().mammographyCertification()).isEqualTo("M99");
    }

    @Test
    void whoGaveALineIsTheSamePersonOnEachOfThem() {
        var other = UUID.randomUUID();
        var lines = List.of(given(1, other), given(2, null), given(3, other));
        var facts = new Facts().lines(lines.toArray(EncounterCoded.Line[]::new)).build();
        var named = new PracticeChanged.Practitioner("1679576722", "JOHN", null, "CARTER", "207P00000X");
        var read = read(written(new ClaimFacts(
                facts.organizationId(),
                facts.encounter(),
                facts.organization(),
                facts.practitioner(),
                facts.location(),
                facts.patient(),
                facts.coverage(),
                facts.payer(),
                List.of(),
                Map.of(other, named),
                null,
                null)));
        var ids = read.encounter().lines().stream()
                .map(EncounterCoded.Line::practitionerId)
                .toList();
        assertThat(ids.get(0))
                .isNotNull()
                .isEqualTo(ids.get(2))
                .isNotEqualTo(read.encounter().practitionerId());
        assertThat(ids.get(1)).isNull();
        assertThat(read.linePractitioners()).isEqualTo(Map.of(ids.get(0), named));
        assertThat(read.practitioner()).isEqualTo(facts.practitioner());
    }

    private static EncounterCoded.Line given(int number, @Nullable UUID practitioner) {
        return new EncounterCoded.Line(
                number, "99213", List.of(), BigDecimal.ONE, 100_00, DAY, List.of(1), practitioner);
    }

    @Test
    void aLinesOwnAuthorizationIsRead() {
        var file = written(new Facts().build()).replaceFirst("REF\\*6R", "REF*G1*A300~REF*G1*B400**2U:88888~REF*6R");
        var authorized = read(file).authorizations();
        assertThat(authorized.ofLine(1, false))
                .hasValueSatisfying(found -> assertThat(found.number()).isEqualTo("A300"));
        assertThat(authorized.lines()).hasSize(1); // the other number is another payer's
    }

    /** The lines' modifiers say where somebody stood in for who is named; the others are that one's own. */
    @Test
    void aSubstitutesServicesAreBilledUnderWhoIsNamed() {
        for (var modifier : List.of("Q5", "Q6")) {
            var facts = new Facts().lines(Details.with(Facts.line(1, "99213", 100_00), modifier), given(2, null));
            var read = again(facts);
            var under = read.encounter().details().billedUnder();
            assertThat(under).isNotNull();
            assertThat(under.reason()).isEqualTo(modifier.equals("Q5") ? "reciprocal" : "fee-for-time");
            assertThat(under.provider().npi()).isEqualTo(facts.practitioner.npi());
            assertThat(errors(read)).isEmpty();
            assertThat(errors(facts.build())).contains("substitute-modifier /encounter/lines/0/modifiers");
        }
    }

    /** A transport may be described by each line, or only so far that something is missing. */
    @Test
    void aTransportIsReadOfALineToo() {
        var transport = new ClaimDetails.Ambulance(
                null, "A", BigDecimal.TEN, null, null, null, Facts.ADDRESS, Facts.ADDRESS, null, null);
        var facts = new Facts().details(Details.ambulance(transport)).lines(Facts.line(1, "A0427", 500_00));
        facts.location = new PracticeChanged.Location("AMBULANCE", "41", null, null);
        var file = written(facts.build());
        assertThat(read(file).encounter().details().ambulance()).isEqualTo(transport);
        var cr1 = "CR1****A*DH*10~";
        assertThat(file).contains(cr1);
        var onTheLine = file.replace(cr1, "").replace("DTP*472", cr1 + "DTP*472");
        assertThat(read(onTheLine).encounter().details().ambulance()).isEqualTo(transport);
        assertThat(errors(read(file.replace(cr1, ""))))
                .containsExactly("ambulance-complete /encounter/claimDetails/ambulance");
    }

    @Test
    void whatAClaimIsToItsPayerDecidesItsFilingLimit() {
        var file = written(new Facts().build());
        assertThat(claimType(file)).isEqualTo(ClaimType.ORIGINAL);
        assertThat(claimType(file.replace("11:B:1", "11:B:7"))).isEqualTo(ClaimType.CORRECTED);
        assertThat(claimType(file.replace("SBR*P", "SBR*S"))).isEqualTo(ClaimType.SECONDARY);
    }

    private static ClaimType claimType(String file) {
        var claims = new ArrayList<X12ClaimFacts>();
        read(file, new ArrayList<>(), claims);
        return claims.get(0).claimType();
    }

    /** Each of these was an error as X12 and none as JSON. */
    @Test
    void whatPassesPassesAsX12() {
        var laboratory = new Facts()
                .filingIndicator("MB")
                .memberId("1EG4TE5MK73")
                .lines(line("87070", Details.service(null, null, null, null, null, CARTER, null, null)));
        laboratory.location = new PracticeChanged.Location("OFFICE", "11", null, null, "05D1234567", null);
        assertThat(errors(again(laboratory))).isEmpty();
        var sent = new ServiceDetails(
                null, null, null, null, null, null, null, null, null, CARTER, null, null, "05D7654321", null, null);
        var elsewhere =
                new Facts().filingIndicator("MB").memberId("1EG4TE5MK73").lines(line("87070", sent, "90"));
        assertThat(errors(again(elsewhere))).isEmpty();
        var noted = new ServiceDetails(
                null, null, "A RARE DEFECT", null, null, null, null, null, null, null, null, null, null, null, null);
        assertThat(errors(again(new Facts().lines(line("64999", noted))))).isEmpty();
    }
}
