package org.superbill.billing.paperform;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.PriorPayer;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.Address;
import org.superbill.events.ClaimDetails;
import org.superbill.events.Relationship;
import org.superbill.events.Sex;

/**
 * A professional claim on the CMS-1500 (02/12), six lines a sheet; each sheet has the total of its own lines. Source: Form CMS-1500
 * (02/12); CMS Claims Processing Manual, chapter 26, section 10.
 *
 * @param on when it left, or is printed to leave (item 31)
 */
record Cms1500(ClaimContent claim, LocalDate on) {
    private static final int LINES_OF_A_SHEET = 6;
    private static final String MEDICARE = "MB";
    private static final String REFERENCE_LABORATORY = "90";
    private static final Map<String, Integer> PLANS =
            Map.of(MEDICARE, 1, "MC", 8, "CH", 15, "VA", 24, "BL", 31, "CI", 31, "HM", 31, "FI", 39);
    private static final int OTHER_PLAN = 45;

    List<FormPage> pages() {
        var lines = claim.facts().encounter().lines();
        var pages = new ArrayList<FormPage>();
        for (int from = 0; from < lines.size(); from += LINES_OF_A_SHEET) {
            var ofSheet = lines.subList(from, Math.min(from + LINES_OF_A_SHEET, lines.size()));
            var page = new FormPage();
            payer(page);
            patient(page);
            insured(page);
            condition(page);
            codes(page);
            new Cms1500Lines(facts()).put(page, ofSheet);
            foot(page, ofSheet.stream().mapToLong(line -> line.chargeCents()).reduce(0, Math::addExact), from == 0);
            pages.add(page);
        }
        return pages;
    }

    private ClaimFacts facts() {
        return claim.facts();
    }

    private void payer(FormPage page) {
        var payer = facts().payer();
        page.put(2, 41, 38, payer.name());
        var address = payer.profile().agreed().paperAddress();
        if (address != null) {
            page.put(3, 41, 38, address.line1()).put(4, 41, 38, address.line2()).put(5, 41, 38, lastLine(address));
        }
        page.mark(8, PLANS.getOrDefault(payer.claimFilingIndicator(), OTHER_PLAN));
        page.put(8, 50, 29, facts().coverage().memberId());
    }

    private void patient(FormPage page) {
        var patient = facts().patient();
        page.put(10, 1, 28, name(patient.lastName(), patient.firstName(), patient.middleName()))
                .date(10, 31, 34, 37, patient.birthDate(), true);
        sex(page, 10, 42, 47, patient.sex());
        address(page, 1, 26, patient.address());
        page.mark(12, relationshipColumn(facts().coverage().relationshipToSubscriber()));
    }

    static void address(FormPage page, int column, int stateColumn, Address address) {
        page.put(12, column, 28, address.line1())
                .put(14, column, 23, address.city())
                .put(14, stateColumn, 2, address.state())
                .put(16, column, 12, address.postalCode());
    }

    private void insured(FormPage page) {
        new Cms1500Insured(claim).put(page);
        page.put(29, 7, 17, "SIGNATURE ON FILE").put(29, 55, 17, "SIGNATURE ON FILE");
    }

    private void condition(FormPage page) {
        var details = facts().encounter().details();
        var accident = details.accident();
        cause(page, 20, accident, "employment");
        cause(page, 22, accident, "auto");
        cause(page, 24, accident, "other");
        if (accident != null && accident.causes().contains("auto")) {
            page.put(22, 45, 2, accident.state());
        }
        var onset = date("onset");
        var illness = onset == null ? date("last-menstrual-period") : onset;
        var injured = accident == null ? null : accident.date();
        if (illness != null) {
            page.date(32, 2, 5, 8, illness.date(), false).put(32, 16, 3, onset == null ? "484" : "431");
        } else if (injured != null) { // the day of the injury is that of its first symptoms
            page.date(32, 2, 5, 8, injured, false).put(32, 16, 3, "431");
        }
        var first = date("initial-treatment");
        if (first != null) {
            page.put(32, 31, 3, "454").date(32, 37, 40, 43, first.date(), false);
        } else if (injured != null) {
            page.put(32, 31, 3, "439").date(32, 37, 40, 43, injured, false);
        }
        var disability = date("disability");
        if (disability != null) {
            page.date(32, 54, 57, 60, disability.date(), false).date(32, 68, 71, 74, disability.through(), false);
        }
        source(page, details);
        var encounter = facts().encounter();
        if ("inpatient".equals(encounter.setting())) {
            page.date(34, 54, 57, 60, encounter.admissionDate(), false)
                    .date(34, 68, 71, 74, encounter.dischargeDate(), false);
        }
        page.put(36, 1, 48, details.note());
    }

    private static void cause(FormPage page, int line, ClaimDetails.@Nullable Accident accident, String cause) {
        page.mark(line, accident != null && accident.causes().contains(cause) ? 35 : 41);
    }

    private ClaimDetails.@Nullable DateOf date(String kind) {
        var dates = facts().encounter().details().dates();
        return dates == null
                ? null
                : dates.stream()
                        .filter(date -> date.kind().equals(kind))
                        .findFirst()
                        .orElse(null);
    }

    /** One name only: who referred, else who ordered, else who supervised. */
    private void source(FormPage page, ClaimDetails details) {
        var ordering = facts().encounter().lines().stream()
                .map(line -> line.more().orderingProvider())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (details.referringProvider() != null) {
            source(page, "DN", details.referringProvider());
        } else if (ordering != null) {
            source(page, "DK", ordering);
        } else if (details.supervisingProvider() != null) {
            source(page, "DQ", details.supervisingProvider());
        }
    }

    private static void source(FormPage page, String qualifier, ClaimDetails.Provider provider) {
        page.put(34, 1, 2, qualifier).put(34, 4, 24, given(provider)).put(34, 33, 15, provider.npi());
    }

    private void codes(FormPage page) {
        var purchased = facts().encounter().lines().stream()
                .map(line -> line.more().purchasedService())
                .filter(Objects::nonNull)
                .mapToLong(service -> service.chargeCents())
                .sum();
        page.mark(36, purchased > 0 ? 52 : 57);
        if (purchased > 0) {
            page.money(36, 70, purchased);
        }
        page.put(37, 42, 1, "0"); // ICD-10
        var diagnoses = facts().encounter().diagnoses();
        for (int at = 0; at < Math.min(diagnoses.size(), 12); at++) {
            page.put(38 + at / 4, 3 + 13 * (at % 4), 8, diagnoses.get(at));
        }
        if (!claim.frequency().equals("1")) {
            page.put(38, 50, 10, claim.frequency()).put(38, 62, 17, claim.replacesPayerClaimNumber());
        }
        var certification = certification();
        page.put(40, 50, 29, certification);
        var transport = facts().encounter().details().ambulance();
        if (transport != null && facts().payer().claimFilingIndicator().equals(MEDICARE)) {
            var zip = transport.pickUp().postalCode().replace("-", "");
            page.put(40, certification == null ? 50 : 64, 9, zip); // beside another number from the 15th position on
        }
    }

    /** One number only: the authorization, else the referral, else the laboratory's. */
    private @Nullable String certification() {
        if (facts().authorizationNumber() != null) {
            return facts().authorizationNumber();
        }
        return facts().referralNumber() != null ? facts().referralNumber() : facts().laboratoryNumber();
    }

    /** @param isFirst what was paid stands on the first sheet only */
    private void foot(FormPage page, long chargeCents, boolean isFirst) {
        var organization = facts().organization();
        page.put(56, 1, 15, organization.taxId())
                .mark(56, 19)
                .put(56, 23, 14, claim.claimNumber())
                .mark(56, 38)
                .money(56, 59, chargeCents)
                .money(56, 69, isFirst ? paidCents() : 0);
        var contact = organization.contact();
        if (contact != null && contact.phone().length() == 10) {
            page.put(57, 66, 3, contact.phone().substring(0, 3))
                    .put(57, 70, 7, contact.phone().substring(3));
        }
        place(page);
        page.put(58, 50, 29, organization.name())
                .put(59, 50, 29, organization.address().line1())
                .put(60, 50, 29, lastLine(organization.address()))
                .put(61, 51, 10, organization.npi());
        page.put(60, 1, 21, given(facts().rendering())).date(61, 12, 15, 18, on, false);
    }

    /** Item 32: where the services were given; of tests that another laboratory made, that laboratory. Source: CMS manual, chapter 26, section 10.4, item 32. */
    private void place(FormPage page) {
        var organization = facts().organization();
        var laboratory = facts().encounter().lines().stream()
                .filter(line -> line.modifiers().contains(REFERENCE_LABORATORY))
                .map(line -> line.more().purchasedService())
                .filter(service -> service != null && service.place() != null)
                .findFirst()
                .orElse(null);
        if (laboratory != null && laboratory.place() != null) {
            place(page, laboratory.place().name(), laboratory.place().address(), laboratory.npi());
            return;
        }
        var location = facts().location();
        var npi = location.npi() == null ? organization.npi() : location.npi();
        if (location.address() == null) {
            place(page, organization.name(), organization.address(), npi);
        } else {
            place(page, location.name(), location.address(), npi);
        }
    }

    private static void place(FormPage page, String name, Address address, String npi) {
        page.put(58, 23, 26, name)
                .put(59, 23, 26, address.line1())
                .put(60, 23, 26, lastLine(address))
                .put(61, 24, 10, npi);
    }

    /** By the patient and by the payers before; for Medicare by the patient only. Source: NUCC instructions and CMS manual, chapter 26, section 10.4, item 29. */
    private long paidCents() {
        var byPatient = facts().encounter().details().patientPaidCents();
        var coordination = facts().payer().claimFilingIndicator().equals(MEDICARE) ? null : claim.coordination();
        var byPayers = coordination == null
                ? BigDecimal.ZERO
                : coordination.priorPayers().stream().map(PriorPayer::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Math.addExact(
                byPatient == null ? 0 : byPatient,
                Cents.ofDollars(byPayers.max(BigDecimal.ZERO)).value());
    }

    private static String lastLine(Address address) {
        return "%s %s %s".formatted(address.city(), address.state(), address.postalCode());
    }

    static String name(String last, String first, @Nullable String middle) {
        return middle == null ? "%s, %s".formatted(last, first) : "%s, %s, %s".formatted(last, first, middle.charAt(0));
    }

    private static String given(ClaimDetails.Provider provider) {
        return provider.firstName() == null
                ? provider.lastName()
                : "%s %s".formatted(provider.firstName(), provider.lastName());
    }

    static void sex(FormPage page, int line, int male, int female, Sex sex) {
        if (sex != Sex.unknown) {
            page.mark(line, sex == Sex.male ? male : female);
        }
    }

    private static int relationshipColumn(Relationship relationship) {
        return switch (relationship) {
            case self -> 33;
            case spouse -> 38;
            case child -> 42;
            case other -> 47;
        };
    }
}
