package org.superbill.coding.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.superbill.events.CoverageChanged;
import org.superbill.events.PatientChanged;
import org.superbill.events.PayerChanged;
import org.superbill.events.PracticeChanged;

/** The copy of other services' state, of the current organization. */
@ApplicationScoped
public class Reference {
    private final ReferenceStore store;
    private final Clock clock;

    Reference(ReferenceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
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
        store.putPayer(payer.payerId(), payer.name(), payer.profile().filingLimitDays());
    }

    @Transactional
    public void remember(PracticeChanged part) {
        if (part.organization() != null) {
            store.putZone(part.organization().timeZone());
        }
        if (part.practitioner() != null) {
            store.putSpecialty(part.entityId(), part.practitioner().taxonomyCode());
        }
    }

    @Transactional
    public Optional<KnownPatient> patient(UUID patientId) {
        return store.patient(patientId);
    }

    /** Empty while the coverage has not been heard of. */
    @Transactional
    public Optional<UUID> payerOf(UUID coverageId) {
        return store.payerOf(coverageId);
    }

    /** Days from the date of service in which a claim must arrive; empty while the payer has not been heard of. */
    @Transactional
    public Optional<Integer> filingLimitDays(UUID payerId) {
        return store.filingLimitDays(payerId);
    }

    /** The provider taxonomy code; empty while it is not known. */
    @Transactional
    public Optional<String> specialtyOf(UUID practitionerId) {
        return store.specialtyOf(practitionerId);
    }

    /** The business day where the organization is; by UTC until it has told its zone. */
    @Transactional
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** Where the organization is; UTC until it has told. */
    @Transactional
    public ZoneId zone() {
        return store.zone().<ZoneId>map(ZoneId::of).orElse(ZoneOffset.UTC);
    }
}
