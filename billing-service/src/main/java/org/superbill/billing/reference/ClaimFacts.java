package org.superbill.billing.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.events.ClaimDetails;
import org.superbill.events.CoverageChanged;
import org.superbill.events.EncounterCoded;
import org.superbill.events.PatientChanged;
import org.superbill.events.PayerChanged;
import org.superbill.events.PracticeChanged;
import org.superbill.events.Relationship;

/**
 * All that a claim says, as it was known when a version of it was made. Stored with the version, so that what was sent can be
 * told years later. Edits point into this record by JSON Pointer, e.g. {@code /coverage/memberId}.
 *
 * @param coverage the coverage that is billed
 * @param nextPayers who is billed after this payer, in order
 * @param linePractitioners who gave the lines that name somebody else than the encounter, by id
 * @param authorized what the payer has authorized of it; absent when nothing is and nothing has to be
 * @param otherCoverages in their turn; absent where the patient has none
 */
public record ClaimFacts(
        UUID organizationId,
        EncounterCoded encounter,
        PracticeChanged.Organization organization,
        PracticeChanged.Practitioner practitioner,
        PracticeChanged.Location location,
        PatientChanged patient,
        CoverageChanged coverage,
        PayerChanged payer,
        List<UUID> nextPayers,
        @Nullable Map<UUID, PracticeChanged.Practitioner> linePractitioners,
        @Nullable Authorized authorized,
        @Nullable List<OtherCoverage> otherCoverages) {
    private static final String FACILITY = "facility";
    private static final Set<String> PROPERTY_AND_CASUALTY = Set.of("WC", "AM", "LM");

    public ClaimFacts {
        nextPayers = List.copyOf(nextPayers);
        linePractitioners = linePractitioners == null ? Map.of() : Map.copyOf(linePractitioners);
        otherCoverages = otherCoverages == null || otherCoverages.isEmpty() ? null : List.copyOf(otherCoverages);
    }

    /** All lines given by the encounter's practitioner. */
    public ClaimFacts(
            UUID organizationId,
            EncounterCoded encounter,
            PracticeChanged.Organization organization,
            PracticeChanged.Practitioner practitioner,
            PracticeChanged.Location location,
            PatientChanged patient,
            CoverageChanged coverage,
            PayerChanged payer,
            List<UUID> nextPayers) {
        this(
                organizationId,
                encounter,
                organization,
                practitioner,
                location,
                patient,
                coverage,
                payer,
                nextPayers,
                null,
                null,
                null);
    }

    /** The same of another coding. */
    public ClaimFacts with(EncounterCoded other) {
        return new ClaimFacts(
                organizationId,
                other,
                organization,
                practitioner,
                location,
                patient,
                coverage,
                payer,
                nextPayers,
                linePractitioners,
                authorized,
                otherCoverages);
    }

    /** The same by what is agreed with the payer now. */
    public ClaimFacts with(PayerChanged agreed) {
        return new ClaimFacts(
                organizationId,
                encounter,
                organization,
                practitioner,
                location,
                patient,
                coverage,
                agreed,
                nextPayers,
                linePractitioners,
                authorized,
                otherCoverages);
    }

    /** The same with what is authorized of it. */
    public ClaimFacts with(Authorized found) {
        return new ClaimFacts(
                organizationId,
                encounter,
                organization,
                practitioner,
                location,
                patient,
                coverage,
                payer,
                nextPayers,
                linePractitioners,
                found.equals(Authorized.NOTHING) ? null : found,
                otherCoverages);
    }

    /** Coverages whose payers are billed after this payer, in their turn. */
    public List<OtherCoverage> laterCoverages(int turn) {
        return otherCoverages == null
                ? List.of()
                : otherCoverages.stream().filter(other -> other.turn() > turn).toList();
    }

    public Authorized authorizations() {
        return authorized == null ? Authorized.NOTHING : authorized;
    }

    /** REF*G1 of the claim: the number that was said with the encounter, else the one that its lines share. */
    public @Nullable String authorizationNumber() {
        var said = encounter.details().priorAuthorizationNumber();
        return said != null ? said : authorizations().numberOfClaim(false).orElse(null);
    }

    /** REF*9F of the claim, in the same way. */
    public @Nullable String referralNumber() {
        var said = encounter.details().referralNumber();
        return said != null ? said : authorizations().numberOfClaim(true).orElse(null);
    }

    /** The payer insures against accidents: workers' compensation, automobile medical, liability medical (SBR09). */
    public boolean isPropertyAndCasualty() {
        return PROPERTY_AND_CASUALTY.contains(payer.claimFilingIndicator());
    }

    /** REF*Y4: by which such a payer knows the injury; nobody else is told. */
    public @Nullable String injuryClaimNumber() {
        var accident = encounter.details().accident();
        return accident != null && isPropertyAndCasualty() ? accident.claimNumber() : null;
    }

    /** REF*X4: the location's CLIA number where a line is a laboratory test. */
    public @Nullable String laboratoryNumber() {
        return encounter.lines().stream().anyMatch(Services::isLaboratory) ? location.cliaNumber() : null;
    }

    /** Billed as an 837I or a UB-04: the facility's case of an encounter. */
    public boolean isInstitutional() {
        return FACILITY.equals(encounter.kind());
    }

    /** How many diagnoses share the room that a claim has for them: a facility's external causes have a place of their own. */
    public int diagnosisCount() {
        return isInstitutional()
                ? FacilityDiagnoses.of(encounter).diagnoses().size()
                : encounter.diagnoses().size();
    }

    /** The payer takes claims of this form printed only. */
    public boolean isOnPaper() {
        var terms = payer.profile().agreed();
        return "paper".equals(isInstitutional() ? terms.institutionalForm() : terms.professionalForm());
    }

    /** Who is named as rendering (loop 2310B): who treated, or whom the services are billed under. */
    public ClaimDetails.Provider rendering() {
        var under = encounter.details().billedUnder();
        return under == null ? named(practitioner) : under.provider();
    }

    /** Who gave the line, where the claim has to name them for it (loop 2420A). */
    public Optional<ClaimDetails.Provider> renderingOf(EncounterCoded.Line line) {
        if (line.practitionerId() == null
                || linePractitioners == null
                || encounter.details().billedUnder() != null) {
            return Optional.empty();
        }
        return Optional.ofNullable(linePractitioners.get(line.practitionerId()))
                .map(ClaimFacts::named)
                .filter(provider -> !provider.npi().equals(practitioner.npi()));
    }

    private static ClaimDetails.Provider named(PracticeChanged.Practitioner practitioner) {
        return new ClaimDetails.Provider(
                practitioner.npi(),
                practitioner.lastName(),
                practitioner.firstName(),
                practitioner.middleName(),
                practitioner.taxonomyCode());
    }

    /** CLM02. */
    public long totalChargeCents() {
        return encounter.lines().stream()
                .mapToLong(EncounterCoded.Line::chargeCents)
                .reduce(0, Math::addExact);
    }

    /** Then loop 2000C is left out and the patient's own data stand in loop 2010BA. */
    public boolean patientIsSubscriber() {
        return coverage.relationshipToSubscriber() == Relationship.self;
    }
}
