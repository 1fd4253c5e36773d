package org.superbill.billing.paperform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.reference.AccidentOccurrence;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.FacilityDiagnoses;
import org.superbill.billing.reference.FacilityStay;
import org.superbill.events.Address;
import org.superbill.events.ClaimDetails;
import org.superbill.events.EncounterCoded;
import org.superbill.events.Sex;

/**
 * A facility's claim on the UB-04, 22 lines a sheet; the last sheet has the total. Source: Form CMS-1450 (UB-04); CMS Claims Processing
 * Manual, chapter 25, section 75. The numbers of the comments are the form locators.
 *
 * @param on when it left, or is printed to leave (line 23, creation date)
 */
record Ub04(ClaimContent claim, LocalDate on) {
    private static final int LINES_OF_A_SHEET = 22;
    private static final int FIRST_LINE = 18;
    private static final int TOTAL_LINE = 40;

    /** Form locators 70 and 72. */
    private static final int CODES_OF_A_FIELD = 3;

    List<FormPage> pages() {
        var lines = facts().encounter().lines();
        var sheets = (lines.size() + LINES_OF_A_SHEET - 1) / LINES_OF_A_SHEET;
        var pages = new ArrayList<FormPage>();
        for (int sheet = 0; sheet < sheets; sheet++) {
            var page = new FormPage();
            head(page);
            patient(page);
            if (institutional() != null) {
                admission(page, institutional());
                new Ub04Codes(institutional(), AccidentOccurrence.withIt(facts())).put(page);
            }
            var from = sheet * LINES_OF_A_SHEET;
            lines(page, lines.subList(from, Math.min(from + LINES_OF_A_SHEET, lines.size())));
            page.put(TOTAL_LINE, 1, 4, "0001")
                    .put(TOTAL_LINE, 12, 2, String.valueOf(sheet + 1))
                    .put(TOTAL_LINE, 18, 2, String.valueOf(sheets))
                    .date(TOTAL_LINE, 47, on);
            if (sheet == sheets - 1) {
                page.money(TOTAL_LINE, 69, facts().totalChargeCents());
            }
            payers(page);
            diagnoses(page);
            providers(page);
            pages.add(page);
        }
        return pages;
    }

    private ClaimFacts facts() {
        return claim.facts();
    }

    private ClaimDetails.@Nullable Institutional institutional() {
        return facts().encounter().details().institutional();
    }

    private void head(FormPage page) {
        var organization = facts().organization();
        page.put(1, 1, 25, organization.name()) // 1
                .put(2, 1, 25, organization.address().line1())
                .put(3, 1, 25, lastLine(organization.address()))
                .put(
                        4,
                        1,
                        25,
                        organization.contact() == null
                                ? null
                                : organization.contact().phone());
        var payTo = organization.payToAddress();
        if (payTo != null) { // 2
            page.put(1, 27, 25, organization.name())
                    .put(2, 27, 25, payTo.line1())
                    .put(3, 27, 25, lastLine(payTo));
        }
        page.put(1, 54, 24, claim.claimNumber()) // 3a
                .put(2, 54, 24, facts().patient().medicalRecordNumber()); // 3b
        if (institutional() != null) { // 4
            page.put(2, 78, 4, "0" + institutional().typeOfBill() + claim.frequency());
        }
        var stay = FacilityStay.of(facts().encounter());
        page.put(4, 51, 10, organization.taxId()) // 5
                .date(4, 62, stay.from()) // 6
                .date(4, 69, stay.through());
    }

    private void patient(FormPage page) {
        var patient = facts().patient();
        page.put(5, 41, 40, patient.address().line1()) // 9a
                .put(6, 2, 28, name(patient.lastName(), patient.firstName(), patient.middleName())) // 8b
                .put(6, 32, 30, patient.address().city()) // 9b
                .put(6, 65, 2, patient.address().state()) // 9c
                .put(6, 69, 9, patient.address().postalCode()) // 9d
                .date(8, 1, 3, 5, patient.birthDate(), true) // 10
                .put(8, 11, 1, patient.sex() == Sex.male ? "M" : patient.sex() == Sex.female ? "F" : "U"); // 11
    }

    private void admission(FormPage page, ClaimDetails.Institutional institutional) {
        page.date(8, 13, facts().encounter().admissionDate()) // 12
                .put(8, 20, 2, hour(institutional.admissionHour())) // 13
                .put(8, 23, 1, institutional.admissionType()) // 14
                .put(8, 26, 1, institutional.admissionSource()) // 15
                .put(8, 28, 2, hour(institutional.dischargeHour())) // 16
                .put(8, 31, 2, institutional.patientStatus()); // 17
        var accident = facts().encounter().details().accident();
        if (accident != null) { // 29
            page.put(8, 68, 2, accident.state());
        }
    }

    private static @Nullable String hour(@Nullable Integer hour) {
        return hour == null ? null : "%02d".formatted(hour);
    }

    private void lines(FormPage page, List<EncounterCoded.Line> lines) {
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            var drug = line.more().drug();
            page.put(FIRST_LINE + at, 1, 4, line.more().revenueCode()) // 42
                    .put(
                            FIRST_LINE + at,
                            6,
                            24,
                            drug == null
                                    ? line.more().description()
                                    : "N4%s%s%s"
                                            .formatted(
                                                    drug.ndc(),
                                                    drug.unit(),
                                                    drug.quantity().toPlainString())) // 43
                    .put(FIRST_LINE + at, 32, 13, line.procedureCode() + String.join("", line.modifiers())) // 44
                    .date(FIRST_LINE + at, 47, line.serviceDate()) // 45
                    .put(
                            FIRST_LINE + at,
                            55,
                            7,
                            line.units().stripTrailingZeros().toPlainString()) // 46
                    .money(FIRST_LINE + at, 69, line.chargeCents()); // 47
        }
    }

    private void payers(FormPage page) {
        page.put(41, 69, 10, facts().organization().npi()); // 56
        new Ub04Payers(claim).put(page);
    }

    private void diagnoses(FormPage page) {
        var coded = FacilityDiagnoses.of(facts().encounter());
        var causes = codes(coded.externalCauses());
        var codes = new ArrayList<>(codes(coded.diagnoses()));
        codes.addAll(causes.subList(Math.min(causes.size(), CODES_OF_A_FIELD), causes.size()));
        page.put(54, 1, 1, "0"); // 66: ICD-10
        for (int at = 0; at < Math.min(codes.size(), 18); at++) { // 67, A to Q
            page.put(53 + at / 9, 3 + 8 * (at % 9), 7, codes.get(at));
        }
        put(page, causes, 53); // 72; the others stand in 67
        var institutional = institutional();
        if (institutional == null) {
            return;
        }
        page.put(55, 6, 7, institutional.admittingDiagnosis()); // 69
        put(page, institutional.reasonsForVisit(), 19); // 70
    }

    private static List<String> codes(List<FacilityDiagnoses.Coded> coded) {
        return coded.stream().map(FacilityDiagnoses.Coded::code).toList();
    }

    private static void put(FormPage page, @Nullable List<String> codes, int column) {
        for (int at = 0; codes != null && at < Math.min(codes.size(), CODES_OF_A_FIELD); at++) {
            page.put(55, column + 8 * at, 7, codes.get(at));
        }
    }

    private void providers(FormPage page) {
        var institutional = institutional();
        var attending = institutional == null || institutional.attendingProvider() == null
                ? facts().rendering()
                : institutional.attendingProvider();
        provider(page, 56, attending); // 76
        if (institutional != null) {
            provider(page, 58, institutional.operatingProvider()); // 77
        }
        var others = new ArrayList<Other>();
        add(others, "ZZ", institutional == null ? null : institutional.otherOperatingProvider());
        add(others, "DN", facts().encounter().details().referringProvider());
        for (int at = 0; at < others.size(); at++) { // 78, 79
            page.put(60 + 2 * at, 57, 2, others.get(at).qualifier());
            provider(page, 60 + 2 * at, others.get(at).provider());
        }
        page.put(60, 1, 24, facts().encounter().details().note()); // 80
        if (facts().organization().taxonomyCode() != null) { // 81
            page.put(60, 27, 2, "B3").put(60, 30, 10, facts().organization().taxonomyCode());
        }
    }

    /** Who is named beside the attending and the operating physician, with the qualifier of what they did. */
    private record Other(String qualifier, ClaimDetails.Provider provider) {}

    private static void add(List<Other> others, String qualifier, ClaimDetails.@Nullable Provider provider) {
        if (provider != null) {
            others.add(new Other(qualifier, provider));
        }
    }

    private static void provider(FormPage page, int line, ClaimDetails.@Nullable Provider provider) {
        if (provider != null) {
            page.put(line, 60, 10, provider.npi())
                    .put(line + 1, 54, 16, provider.lastName())
                    .put(line + 1, 72, 12, provider.firstName());
        }
    }

    private static String lastLine(Address address) {
        return "%s %s %s".formatted(address.city(), address.state(), address.postalCode());
    }

    static String name(String last, String first, @Nullable String middle) {
        return middle == null ? "%s, %s".formatted(last, first) : "%s, %s %s".formatted(last, first, middle.charAt(0));
    }
}
