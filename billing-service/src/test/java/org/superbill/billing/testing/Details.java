package org.superbill.billing.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.events.ClaimDetails;
import org.superbill.events.EncounterCoded;
import org.superbill.events.ServiceDetails;

/** What claims say besides codes; a test names what matters to it. */
public final class Details {
    public static final ClaimDetails.Provider ROSS =
            new ClaimDetails.Provider("1234567893", "ROSS", "DOUG", null, "207P00000X");

    private Details() {}

    public static ClaimDetails of(
            ClaimDetails.@Nullable Provider referring,
            ClaimDetails.@Nullable Provider supervising,
            ClaimDetails.@Nullable BilledUnder under) {
        return new ClaimDetails(referring, supervising, under, null, null, null, null, null, null, null, null, null);
    }

    public static ClaimDetails accident(List<String> causes, @Nullable String state, @Nullable LocalDate on) {
        return accident(new ClaimDetails.Accident(causes, state, on));
    }

    public static ClaimDetails accident(ClaimDetails.Accident accident) {
        return new ClaimDetails(null, null, null, accident, null, null, null, null, null, null, null, null);
    }

    /** At work, with the insurer's number. */
    public static ClaimDetails injury(@Nullable String claimNumber) {
        return accident(new ClaimDetails.Accident(List.of("employment"), null, null, claimNumber));
    }

    public static ClaimDetails authorizedBy(String priorAuthorizationNumber) {
        return new ClaimDetails(
                null, null, null, null, null, null, priorAuthorizationNumber, null, null, null, null, null);
    }

    /** A child was screened for Medicaid. */
    public static ClaimDetails screened(String... referral) {
        return new ClaimDetails(
                null, null, null, null, null, null, null, null, null, null, null, null, null, List.of(referral));
    }

    public static ClaimDetails ambulance(ClaimDetails.Ambulance ambulance) {
        return new ClaimDetails(null, null, null, null, null, null, null, null, null, null, ambulance, null);
    }

    public static ClaimDetails institutional(ClaimDetails.@Nullable Institutional institutional) {
        return new ClaimDetails(null, null, null, null, null, null, null, null, null, null, null, institutional);
    }

    /** A hospital's outpatient, unscheduled. */
    public static ClaimDetails.Institutional outpatient() {
        return new ClaimDetails.Institutional(
                "13",
                "3",
                "1",
                "01",
                null,
                null,
                null,
                List.of("R0600"),
                null,
                List.of("45", "A6"),
                List.of(new ClaimDetails.Occurrence("11", LocalDate.parse("2026-02-28"), null)),
                List.of(new ClaimDetails.Occurrence(
                        "72", LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-02"))),
                List.of(new ClaimDetails.Value("A1", new BigDecimal("120.50"))),
                ROSS,
                null,
                null);
    }

    /** A hospital's outpatient who says less, or something else. */
    public static ClaimDetails.Institutional outpatient(
            String typeOfBill,
            String admissionType,
            @Nullable String pointOfOrigin,
            @Nullable List<String> reasonsForVisit,
            @Nullable List<String> externalCauses) {
        return new ClaimDetails.Institutional(
                typeOfBill,
                admissionType,
                pointOfOrigin,
                "01",
                null,
                null,
                null,
                reasonsForVisit,
                externalCauses,
                null,
                null,
                null,
                null,
                ROSS,
                null,
                null);
    }

    public static ServiceDetails service(
            @Nullable LocalDate through,
            @Nullable String description,
            @Nullable Integer minutes,
            @Nullable String placeOfService,
            ServiceDetails.@Nullable Drug drug,
            ClaimDetails.@Nullable Provider ordering,
            ServiceDetails.@Nullable PurchasedService purchased,
            @Nullable String revenueCode) {
        return new ServiceDetails(
                through,
                description,
                null,
                minutes,
                placeOfService,
                null,
                null,
                null,
                drug,
                ordering,
                null,
                null,
                null,
                purchased,
                revenueCode);
    }

    public static EncounterCoded.Line line(EncounterCoded.Line line, ServiceDetails details) {
        return new EncounterCoded.Line(
                line.lineNumber(),
                line.procedureCode(),
                line.modifiers(),
                line.units(),
                line.chargeCents(),
                line.serviceDate(),
                line.diagnosisPointers(),
                line.practitionerId(),
                details);
    }

    /** The same as the facility's case of a stay. */
    public static EncounterCoded inpatient(EncounterCoded encounter) {
        return new EncounterCoded(
                encounter.encounterId(),
                encounter.version(),
                encounter.codingCaseId(),
                encounter.patientId(),
                encounter.practitionerId(),
                encounter.locationId(),
                encounter.coverageIds(),
                encounter.serviceDate(),
                encounter.diagnoses(),
                encounter.lines(),
                encounter.codedBy(),
                "facility",
                "inpatient",
                encounter.serviceDate(),
                encounter.serviceDate().plusDays(2),
                null,
                null,
                null);
    }

    public static EncounterCoded.Line with(EncounterCoded.Line line, String... modifiers) {
        return new EncounterCoded.Line(
                line.lineNumber(),
                line.procedureCode(),
                List.of(modifiers),
                line.units(),
                line.chargeCents(),
                line.serviceDate(),
                line.diagnosisPointers(),
                line.practitionerId(),
                line.details());
    }
}
