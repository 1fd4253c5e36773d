package org.superbill.billing.paperform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.Coordination;
import org.superbill.billing.claim.PriorPayer;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.events.ClaimDetails;
import org.superbill.events.EncounterCoded;
import org.superbill.events.PayerChanged;
import org.superbill.events.PracticeChanged;
import org.superbill.events.ServiceDetails;

/** What stands where on the forms: read back out of the PDF, each text by the line and column that it was printed at. */
class PaperFormTest {
    private static final FormPdf PDF = new FormPdf(0, 0);

    private static ClaimContent content(ClaimFacts facts, String frequency, String replaces) {
        return new ClaimContent(UUID.randomUUID(), 1, "SB1V1", frequency, replaces, null, null, facts);
    }

    /** The letters of a sheet on a grid of lines and columns. */
    private static String[] grid(byte[] pdf, int sheet) throws IOException {
        var lines = new char[67][90];
        for (var line : lines) {
            java.util.Arrays.fill(line, ' ');
        }
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    var line = Math.round(text.getYDirAdj() / 12);
                    var column = Math.round((text.getXDirAdj() - PDF.x(1)) / 7.2f) + 1;
                    lines[line][column] = text.getUnicode().charAt(0);
                }
            };
            stripper.setStartPage(sheet);
            stripper.setEndPage(sheet);
            stripper.getText(document);
        }
        var rows = new String[lines.length];
        for (int at = 0; at < lines.length; at++) {
            rows[at] = new String(lines[at]);
        }
        return rows;
    }

    private static String at(String[] grid, int line, int column, int length) {
        return grid[line].substring(column, column + length);
    }

    @Test
    void aProfessionalClaimStandsInTheFieldsOfTheCms1500() throws IOException {
        var drug = new ServiceDetails.Drug("00409115901", new BigDecimal("2.5"), "ML", null);
        var facts = new Facts()
                .diagnoses("J029", "Z23")
                .lines(
                        Details.with(Facts.line(1, "99213", 150_00), "25", "59"),
                        Details.line(
                                Facts.line(2, "J1885", 25_50),
                                Details.service(null, null, null, null, drug, null, null, null)))
                .details(Details.of(Details.ROSS, null, null));
        facts.location = new PracticeChanged.Location("MERCY HOSPITAL", "22", "1679576722", Facts.ADDRESS);
        var grid = grid(PDF.write(new Cms1500(content(facts.build(), "7", "PCN77"), Facts.ON).pages()), 1);
        assertThat(at(grid, 2, 41, 13)).isEqualTo("KEY INSURANCE");
        assertThat(at(grid, 61, 12, 8)).isEqualTo("03 02 26"); // 31
        assertThat(at(grid, 8, 50, 10)).isEqualTo("W123456789");
        assertThat(at(grid, 10, 1, 13)).isEqualTo("GARCIA, MARIA");
        assertThat(at(grid, 10, 31, 10)).isEqualTo("01 31 1980");
        assertThat(at(grid, 10, 47, 1)).isEqualTo("X");
        assertThat(at(grid, 12, 33, 1)).isEqualTo("X");
        assertThat(at(grid, 34, 1, 12)).isEqualTo("DN DOUG ROSS");
        assertThat(at(grid, 34, 33, 10)).isEqualTo("1234567893");
        assertThat(at(grid, 38, 3, 4)).isEqualTo("J029");
        assertThat(at(grid, 38, 16, 3)).isEqualTo("Z23");
        assertThat(at(grid, 38, 50, 1)).isEqualTo("7");
        assertThat(at(grid, 38, 62, 5)).isEqualTo("PCN77");
        assertThat(at(grid, 44, 1, 20)).isEqualTo("03 02 26 03 02 26 22");
        assertThat(at(grid, 44, 25, 13)).isEqualTo("99213   25 59");
        assertThat(at(grid, 44, 45, 1)).isEqualTo("A");
        assertThat(at(grid, 44, 52, 6)).isEqualTo("150 00");
        assertThat(at(grid, 44, 68, 10)).isEqualTo("1912301953");
        assertThat(at(grid, 45, 1, 19)).isEqualTo("N400409115901 ML2.5");
        assertThat(at(grid, 46, 25, 5)).isEqualTo("J1885");
        assertThat(at(grid, 56, 1, 9)).isEqualTo("123456789");
        assertThat(at(grid, 56, 23, 5)).isEqualTo("SB1V1");
        assertThat(at(grid, 56, 54, 6)).isEqualTo("175 50");
        assertThat(at(grid, 58, 23, 14)).isEqualTo("MERCY HOSPITAL");
        assertThat(at(grid, 61, 24, 10)).isEqualTo("1679576722");
        assertThat(at(grid, 61, 51, 10)).isEqualTo("1234567893");
    }

    @Test
    void theOtherInsuranceIsToldAndWhatWasPaidStandsOnce() throws IOException {
        var lines = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> Facts.line(number, "99213", 10_00))
                .toArray(EncounterCoded.Line[]::new);
        var facts = new Facts().nextPayer().lines(lines).details(ClaimDetails.NONE.patientPaid(20_00L));
        var pdf = PDF.write(new Cms1500(content(facts.build(), "1", null), Facts.ON).pages());
        var first = grid(pdf, 1);
        assertThat(at(first, 18, 1, 13)).isEqualTo("GARCIA, MARIA");
        assertThat(at(first, 20, 1, 10)).isEqualTo("L987654321");
        assertThat(at(first, 26, 1, 14)).isEqualTo("LOCK INSURANCE");
        assertThat(at(first, 26, 52, 1)).isEqualTo("X");
        assertThat(at(first, 56, 65, 5)).isEqualTo("20 00");
        assertThat(at(grid(pdf, 2), 56, 66, 4)).isEqualTo("0 00");
    }

    /** CMS, chapter 26, section 10.4, item 29: Medicare wants what the patient paid, everybody else also what other payers did. */
    @Test
    void medicareReadsOnlyWhatThePatientPaid() throws IOException {
        var facts = new Facts().details(ClaimDetails.NONE.patientPaid(20_00L));
        assertThat(paidAsSecondary(facts)).isEqualTo("120 00");
        assertThat(paidAsSecondary(facts.filingIndicator("MB"))).isEqualTo("20 00");
    }

    private static String paidAsSecondary(Facts facts) throws IOException {
        var before = new PriorPayer(
                1,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "LOCK INSURANCE",
                "99999",
                "CI",
                facts.coverage,
                "PCN1",
                new BigDecimal("100"),
                List.of(),
                List.of(),
                Facts.ON,
                List.of());
        var claim = new ClaimContent(
                UUID.randomUUID(),
                1,
                "SB1V1",
                "1",
                null,
                null,
                null,
                facts.build(),
                new Coordination(2, null, List.of(before)));
        return grid(PDF.write(new Cms1500(claim, Facts.ON).pages()), 1)[56]
                .substring(60, 70)
                .strip();
    }

    /** Item 11b: the qualifier left of the dotted line, the number right of it. */
    @Test
    void anInsurerAgainstAccidentsReadsItsNumberOfTheInjury() throws IOException {
        var facts = new Facts().filingIndicator("WC").details(Details.injury("WC-77"));
        var grid = grid(PDF.write(new Cms1500(content(facts.build(), "1", null), Facts.ON).pages()), 1);
        assertThat(at(grid, 22, 50, 8)).isEqualTo("Y4 WC-77");
        var health = grid(
                PDF.write(new Cms1500(content(facts.filingIndicator("CI").build(), "1", null), Facts.ON).pages()), 1);
        assertThat(at(health, 22, 50, 8)).isBlank();
    }

    @Test
    void beforeMedicareNobodyPaysUnlessItIsTold() throws IOException {
        var facts = new Facts();
        var payer = facts.payer;
        facts.payer = new PayerChanged(payer.payerId(), payer.name(), payer.payerIdentifier(), "MB", payer.profile());
        var grid = grid(PDF.write(new Cms1500(content(facts.build(), "1", null), Facts.ON).pages()), 1);
        assertThat(at(grid, 8, 1, 1)).isEqualTo("X");
        assertThat(at(grid, 18, 50, 4)).isEqualTo("NONE");
        assertThat(at(grid, 10, 50, 20)).isBlank();
        assertThat(at(grid, 26, 50, 10)).isBlank();
    }

    private static String[] cms1500(Facts facts) throws IOException {
        return grid(PDF.write(new Cms1500(content(facts.build(), "1", null), Facts.ON).pages()), 1);
    }

    /** NUCC, item 24: three blanks between what is said of a service. */
    @Test
    void aDrugThatIsNotClassifiedHasItsNumberAndItsName() throws IOException {
        var drug = new ServiceDetails.Drug("00409115901", new BigDecimal("2.5"), "ML", null);
        var grid = cms1500(new Facts()
                .lines(Details.line(
                        Facts.line(1, "J3490", 25_50),
                        Details.service(null, "RARE DRUG", null, null, drug, null, null, null))));
        assertThat(at(grid, 43, 1, 33)).isEqualTo("N400409115901 ML2.5   ZZRARE DRUG");
    }

    @Test
    void anAccidentHasItsDay() throws IOException {
        var grid = cms1500(new Facts().details(Details.accident(List.of("other"), null, Facts.ON.minusDays(3))));
        assertThat(at(grid, 32, 2, 8)).isEqualTo("02 27 26");
        assertThat(at(grid, 32, 16, 3)).isEqualTo("431");
        assertThat(at(grid, 32, 31, 3)).isEqualTo("439");
        assertThat(at(grid, 32, 37, 8)).isEqualTo("02 27 26");
    }

    /** CMS, chapter 26, section 10.4, item 23. */
    @Test
    void medicareReadsWhereATransportBegan() throws IOException {
        var transport = new ClaimDetails.Ambulance(
                null, "A", BigDecimal.ONE, null, null, null, Facts.ADDRESS, Facts.ADDRESS, null, null);
        var facts = new Facts().details(Details.ambulance(transport));
        assertThat(at(cms1500(facts), 40, 50, 9)).isBlank();
        assertThat(at(cms1500(facts.filingIndicator("MB")), 40, 50, 9)).isEqualTo("331110000");
    }

    @Test
    void aTestOfAnotherLaboratoryNamesItInItem32() throws IOException {
        var laboratory = new ServiceDetails.PurchasedService(
                "1679576722", 15_00, new ServiceDetails.Place("QUICK LAB", Facts.ADDRESS));
        var test = Details.line(
                Facts.line(1, "87070", 25_00), Details.service(null, null, null, null, null, null, laboratory, null));
        var grid = cms1500(new Facts().lines(Details.with(test, "90")));
        assertThat(at(grid, 58, 23, 9)).isEqualTo("QUICK LAB");
        assertThat(at(grid, 61, 24, 10)).isEqualTo("1679576722");
        assertThat(at(cms1500(new Facts().lines(test)), 58, 23, 9)).isEqualTo("RIVERSIDE");
    }

    /** Form locators 78 and 79, with what they did. */
    @Test
    void whoReferredAndWhoOperatedTooStandWithTheirQualifiers() throws IOException {
        var said = Details.outpatient();
        var stay = new ClaimDetails.Institutional(
                said.typeOfBill(),
                said.admissionType(),
                said.admissionSource(),
                said.patientStatus(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Details.ROSS);
        var carter = new ClaimDetails.Provider("1679576722", "CARTER", "JOHN", null, null);
        var facts = new Facts()
                .atFacility(stay)
                .details(Details.of(carter, null, null).with(stay));
        var grid = grid(PDF.write(new Ub04(content(facts.build(), "1", null), Facts.ON).pages()), 1);
        assertThat(at(grid, 60, 57, 13)).isEqualTo("ZZ 1234567893");
        assertThat(at(grid, 61, 54, 4)).isEqualTo("ROSS");
        assertThat(at(grid, 62, 57, 13)).isEqualTo("DN 1679576722");
        assertThat(at(grid, 63, 54, 6)).isEqualTo("CARTER");
        var referred = new Facts()
                .atFacility(said)
                .details(Details.of(carter, null, null).with(said));
        var alone = grid(PDF.write(new Ub04(content(referred.build(), "1", null), Facts.ON).pages()), 1);
        assertThat(at(alone, 60, 57, 13)).isEqualTo("DN 1679576722");
    }

    @Test
    void theSeventhServiceStandsOnTheNextSheetWhichHasItsOwnTotal() throws IOException {
        var lines = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> Facts.line(number, "99213", 10_00))
                .toArray(EncounterCoded.Line[]::new);
        var pdf = PDF.write(new Cms1500(content(new Facts().lines(lines).build(), "1", null), Facts.ON).pages());
        var first = grid(pdf, 1);
        var second = grid(pdf, 2);
        assertThat(at(first, 54, 25, 5)).isEqualTo("99213");
        assertThat(at(first, 56, 55, 5)).isEqualTo("60 00");
        assertThat(at(second, 44, 25, 5)).isEqualTo("99213");
        assertThat(at(second, 46, 25, 5)).isBlank();
        assertThat(at(second, 56, 55, 5)).isEqualTo("10 00");
    }

    @Test
    void aFacilitysClaimStandsInTheFieldsOfTheUb04() throws IOException {
        var facts = new Facts().atFacility(Details.outpatient()).build();
        var grid = grid(PDF.write(new Ub04(content(facts, "1", null), Facts.ON).pages()), 1);
        assertThat(at(grid, 1, 1, 25)).isEqualTo("RIVERSIDE FAMILY MEDICINE");
        assertThat(at(grid, 2, 78, 4)).isEqualTo("0131");
        assertThat(at(grid, 4, 51, 9)).isEqualTo("123456789");
        assertThat(at(grid, 4, 62, 13)).isEqualTo("030226 030226");
        assertThat(at(grid, 6, 2, 13)).isEqualTo("GARCIA, MARIA");
        assertThat(at(grid, 8, 1, 8)).isEqualTo("01311980");
        assertThat(at(grid, 8, 34, 5)).isEqualTo("45 A6");
        assertThat(at(grid, 10, 1, 9)).isEqualTo("11 022826");
        assertThat(at(grid, 10, 41, 16)).isEqualTo("72 030126 030226");
        assertThat(at(grid, 13, 44, 12)).isEqualTo("A1    120 50");
        assertThat(at(grid, 18, 1, 4)).isEqualTo("0300");
        assertThat(at(grid, 18, 32, 5)).isEqualTo("99213");
        assertThat(at(grid, 18, 47, 6)).isEqualTo("030226");
        assertThat(at(grid, 18, 64, 6)).isEqualTo("150 00");
        assertThat(at(grid, 40, 1, 4)).isEqualTo("0001");
        assertThat(at(grid, 40, 64, 6)).isEqualTo("175 00");
        assertThat(at(grid, 40, 47, 6)).isEqualTo("030226"); // creation date
        assertThat(at(grid, 46, 30, 10)).isEqualTo("W123456789");
        assertThat(at(grid, 53, 3, 4)).isEqualTo("J029");
        assertThat(at(grid, 56, 60, 10)).isEqualTo("1234567893");
        assertThat(at(grid, 57, 54, 4)).isEqualTo("ROSS");
    }

    /** Form locator 72 has room for three; the others follow the diagnoses. */
    @Test
    void theFourthExternalCauseStandsAmongTheDiagnoses() throws IOException {
        var facts = new Facts()
                .atFacility(Details.outpatient())
                .diagnoses("S61219A", "W260XXA", "Y92010", "I10", "Y990", "Y9301");
        var grid = grid(PDF.write(new Ub04(content(facts.build(), "1", null), Facts.ON).pages()), 1);
        assertThat(grid[53].substring(3).strip().split(" +")).startsWith("S61219A", "I10", "Y9301");
        assertThat(grid[55].substring(53).strip().split(" +")).startsWith("W260XXA", "Y92010", "Y990");
    }

    @Test
    void nothingIsPrintedOverSomethingElse() {
        var facts = new Facts().atFacility(Details.outpatient()).build();
        for (var page : List.of(
                new Ub04(content(facts, "7", "PCN"), Facts.ON).pages().get(0),
                new Cms1500(content(new Facts().build(), "7", "PCN"), Facts.ON)
                        .pages()
                        .get(0))) {
            var taken = new ArrayList<String>();
            for (var text : page.texts()) {
                for (int letter = 0; letter < text.text().length(); letter++) {
                    taken.add(text.line() + ":" + (text.column() + letter));
                }
            }
            assertThat(taken).doesNotHaveDuplicates();
        }
    }
}
