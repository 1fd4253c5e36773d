package org.superbill.coding.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.superbill.events.CoverageChanged;
import org.superbill.events.PatientChanged;
import org.superbill.events.PayerChanged;
import org.superbill.events.PracticeChanged;
import org.superbill.servicekit.tenancy.CurrentOrganization;
import org.superbill.servicekit.tenancy.Kept;
import org.superbill.servicekit.tenancy.Registrations;

/** The copy of other services' state, of the current organization. */
@ApplicationScoped
public class Reference implements Registrations {
    private static final Duration ZONE_KEPT_FOR = Duration.ofSeconds(10);

    private static final Duration NEWS_ARRIVE_WITHIN = Duration.ofSeconds(10);

    private final ReferenceStore store;
    private final Kept<ZoneId> zone;
    private final Clock clock;

    Reference(
            ReferenceStore store,
            CurrentOrganization organization,
            TransactionSynchronizationRegistry transactions,
            Clock clock) {
        this.store = store;
        this.zone = new Kept<>(organization, transactions, ZONE_KEPT_FOR);
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean isRegistered() {
        return store.zone().isPresent();
    }

    @Override
    public Duration delay() {
        return NEWS_ARRIVE_WITHIN;
    }

    @Transactional
    public void remember(PatientChanged patient) {
        store.putPatient(patient.patientId(), patient.birthDate(), patient.sex());
    }

    @Transactional
    public void remember(CoverageChanged coverage) {
        store.putCoverage(coverage.coverageId(), coverage.payerId());
    }

    @Transactional
    public void remember(PayerChanged payer) {
        store.putPayer(payer.payerId(), payer.name(), payer.profile().filingLimitDays(), payer.claimFilingIndicator());
    }

    @Transactional
    public void remember(PracticeChanged part) {
        if (part.organization() != null) {
            store.putZone(part.organization().timeZone());
            zone.changed();
        }
        if (part.practitioner() != null) {
            store.putSpecialty(part.entityId(), part.practitioner().taxonomyCode());
        }
    }

    @Transactional
    public Optional<KnownPatient> patient(UUID patientId) {
        return Optional.ofNullable(patients(List.of(patientId)).get(patientId));
    }

    /** By their ids; who has not been heard of is missing. */
    @Transactional
    public Map<UUID, KnownPatient> patients(Collection<UUID> patientIds) {
        return patientIds.isEmpty() ? Map.of() : store.patients(patientIds);
    }

    /** By the coverage; a coverage that has not been heard of is missing. */
    @Transactional
    public Map<UUID, KnownPayer> payersOf(Collection<UUID> coverageIds) {
        return coverageIds.isEmpty() ? Map.of() : store.payersOf(coverageIds);
    }

    /** Provider taxonomy codes by the practitioner; what is not known is missing. */
    @Transactional
    public Map<UUID, String> specialtiesOf(Collection<UUID> practitionerIds) {
        return practitionerIds.isEmpty() ? Map.of() : store.specialtiesOf(practitionerIds);
    }

    /** Empty while the coverage has not been heard of. */
    @Transactional
    public Optional<UUID> payerOf(UUID coverageId) {
        return payerWith(coverageId).map(KnownPayer::id);
    }

    /** Whom a coverage is with; empty while it has not been heard of. */
    @Transactional
    public Optional<KnownPayer> payerWith(UUID coverageId) {
        return Optional.ofNullable(payersOf(List.of(coverageId)).get(coverageId));
    }

    /** Days from the date of service in which a claim must arrive; empty while the payer has not been heard of. */
    @Transactional
    public Optional<Integer> filingLimitDays(UUID payerId) {
        return store.filingLimitDays(payerId);
    }

    /** The provider taxonomy code; empty while it is not known. */
    @Transactional
    public Optional<String> specialtyOf(UUID practitionerId) {
        return Optional.ofNullable(specialtiesOf(List.of(practitionerId)).get(practitionerId));
    }

    /** Of these those of whom the organization has told. */
    @Transactional
    public Set<UUID> practitioners(Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : store.practitioners(ids);
    }

    /** The business day where the organization is; by UTC until it has told its zone. */
    @Transactional
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** Where the organization is; UTC until it has told. */
    @Transactional
    public ZoneId zone() {
        return zone.get(() -> store.zone().<ZoneId>map(ZoneId::of).orElse(ZoneOffset.UTC));
    }
}
