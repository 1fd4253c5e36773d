package org.superbill.billing.reference;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.superbill.events.CoverageChanged;
import org.superbill.events.EncounterCoded;
import org.superbill.events.EncounterVoided;
import org.superbill.events.Event;
import org.superbill.events.PatientChanged;
import org.superbill.events.PayerChanged;
import org.superbill.events.PracticeChanged;
import org.superbill.servicekit.inbox.NotYet;

/** Remembers what other services told, and makes the facts of a claim of it. */
@ApplicationScoped
public class Reference {
    static final String PRACTICE = "practice";
    static final String PAYER = "payer";
    static final String PATIENT = "patient";
    static final String COVERAGE = "coverage";
    private static final String CODING = "coding";
    private static final String FACILITY_CODING = "facility-coding";
    private static final String VOIDED = "voided";

    private final ReferenceStore store;

    Reference(ReferenceStore store) {
        this.store = store;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void remember(PracticeChanged practice) {
        store.put(PRACTICE, practice.entityId(), practice);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void remember(PayerChanged payer) {
        store.put(PAYER, payer.payerId(), payer);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void remember(PatientChanged patient) {
        store.put(PATIENT, patient.patientId(), patient);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void remember(CoverageChanged coverage) {
        store.put(COVERAGE, coverage.coverageId(), coverage);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void remember(EncounterCoded coding) {
        store.put(kindOf(coding.kind()), coding.encounterId(), coding);
    }

    private static String kindOf(@Nullable String caseKind) {
        return "facility".equals(caseKind) ? FACILITY_CODING : CODING;
    }

    /**
     * Until the transaction ends nobody else bills or voids these encounters: neither sees what the other is about to write, and both
     * would be done. Before anything else is locked, and always in the same order.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void holdEncounters(Collection<UUID> encounterIds) {
        store.holdEncounters(encounterIds);
    }

    /** Of different encounters. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void rememberAll(Collection<EncounterCoded> codings) {
        codings.stream()
                .collect(Collectors.groupingBy(
                        coding -> kindOf(coding.kind()),
                        Collectors.toMap(EncounterCoded::encounterId, coding -> coding)))
                .forEach(store::putAll);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void remember(EncounterVoided voided) {
        store.put(VOIDED, voided.encounterId(), voided);
    }

    public boolean isVoided(UUID encounterId) {
        return store.find(VOIDED, encounterId).isPresent();
    }

    public Optional<PracticeChanged> practice(UUID id) {
        return store.find(PRACTICE, id).map(body -> read(body, new TypeReference<PracticeChanged>() {}));
    }

    public Optional<PatientChanged> patient(UUID id) {
        return store.find(PATIENT, id).map(body -> read(body, new TypeReference<PatientChanged>() {}));
    }

    public Optional<CoverageChanged> coverage(UUID id) {
        return store.find(COVERAGE, id).map(body -> read(body, new TypeReference<CoverageChanged>() {}));
    }

    public Optional<PayerChanged> payer(UUID id) {
        return store.find(PAYER, id).map(body -> read(body, new TypeReference<PayerChanged>() {}));
    }

    /** What is known of some ids, and of the payers of the coverages among them; from one statement. */
    public KnownParts parts(Collection<UUID> ids) {
        return new KnownParts(store.factsAndPayers(ids));
    }

    public List<PayerChanged> payers() {
        return store.list(PAYER).stream()
                .map(body -> read(body, new TypeReference<PayerChanged>() {}))
                .toList();
    }

    /** Those that something is agreed with beyond the guides. */
    public List<PayerChanged> payersWithTerms() {
        return store.payersWithTerms().stream()
                .map(body -> read(body, new TypeReference<PayerChanged>() {}))
                .toList();
    }

    public boolean knowsPatient(UUID patientId) {
        return store.find(PATIENT, patientId).isPresent();
    }

    public boolean knowsPayer(UUID payerId) {
        return store.find(PAYER, payerId).isPresent();
    }

    /** By whose calendar the organization's days begin; UTC until the practice is known. */
    public ZoneId timeZoneOf(UUID organizationId) {
        return store.find(PRACTICE, organizationId)
                .map(body -> read(body, new TypeReference<PracticeChanged>() {}).organization())
                .<ZoneId>map(organization -> ZoneId.of(organization.timeZone()))
                .orElse(ZoneOffset.UTC);
    }

    /** Professional codings, in the order of the ids; those that are not known are left out. */
    public List<EncounterCoded> codings(List<UUID> encounterIds) {
        var bodies = store.findAll(CODING, encounterIds);
        return encounterIds.stream()
                .map(bodies::get)
                .filter(Objects::nonNull)
                .map(body -> read(body, new TypeReference<EncounterCoded>() {}))
                .toList();
    }

    /**
     * The facts of the claim to the encounter's first coverage, from one statement; empty when the encounter was voided.
     *
     * @throws NotYet when something that the coding names has not been told yet
     */
    public Optional<ClaimFacts> factsOf(UUID organizationId, EncounterCoded coding) {
        return factsOf(organizationId, coding, 1);
    }

    /**
     * The facts of the claim to the encounter's coverage in this turn; empty when the encounter was voided.
     *
     * @param sequence from 1, at most as many as the coding names coverages
     * @throws NotYet when something that the coding names has not been told yet
     */
    public Optional<ClaimFacts> factsOf(UUID organizationId, EncounterCoded coding, int sequence) {
        return factsOf(organizationId, coding, sequence, store.factsAndPayers(idsOf(organizationId, coding)));
    }

    /**
     * As {@link #factsOf(UUID, EncounterCoded)} for many, from one statement as well; those that were voided are left out.
     *
     * @throws NotYet when something that one of them names has not been told yet
     */
    public List<ClaimFacts> factsOf(UUID organizationId, Collection<EncounterCoded> codings) {
        var ids = codings.stream()
                .flatMap(coding -> idsOf(organizationId, coding).stream())
                .collect(Collectors.toSet());
        var known = store.factsAndPayers(ids);
        return codings.stream()
                .flatMap(coding -> factsOf(organizationId, coding, 1, known).stream())
                .toList();
    }

    /**
     * The facts of what was coded of an encounter since; from one statement where it names nobody that the known coding did not name.
     *
     * @param known an earlier coding, or what a claim says of it
     * @param sequence as in {@link #factsOf(UUID, EncounterCoded, int)}
     * @throws NotYet when something that the newest coding names has not been told yet
     */
    public Optional<ClaimFacts> factsOfNewest(UUID organizationId, EncounterCoded known, int sequence) {
        var asked = idsOf(organizationId, known);
        var told = store.factsAndPayers(asked);
        var kind = kindOf(known.kind());
        var newest = told.has(kind, known.encounterId())
                ? told.get(kind, known.encounterId(), new TypeReference<EncounterCoded>() {})
                : known;
        return asked.containsAll(idsOf(organizationId, newest))
                ? factsOf(organizationId, newest, sequence, told)
                : factsOf(organizationId, newest, sequence);
    }

    private static List<UUID> idsOf(UUID organizationId, EncounterCoded coding) {
        var ids = new ArrayList<>(List.of(
                organizationId,
                coding.encounterId(),
                coding.practitionerId(),
                coding.locationId(),
                coding.patientId()));
        ids.addAll(coding.coverageIds());
        ids.addAll(othersWhoGaveLines(coding));
        return ids;
    }

    private static Optional<ClaimFacts> factsOf(
            UUID organizationId, EncounterCoded coding, int sequence, KnownFacts known) {
        if (known.has(VOIDED, coding.encounterId())) {
            return Optional.empty();
        }
        var organization = part(known, organizationId, "organization", PracticeChanged::organization);
        var practitioner = part(known, coding.practitionerId(), "practitioner", PracticeChanged::practitioner);
        var location = part(known, coding.locationId(), "location", PracticeChanged::location);
        var patient = known.get(PATIENT, coding.patientId(), new TypeReference<PatientChanged>() {});
        var coverages = coding.coverageIds().stream()
                .map(id -> known.get(COVERAGE, id, new TypeReference<CoverageChanged>() {}))
                .toList();
        var primary = coverages.get(sequence - 1);
        var payer = known.get(PAYER, primary.payerId(), new TypeReference<PayerChanged>() {});
        var next =
                coverages.stream().skip(sequence).map(CoverageChanged::payerId).toList();
        return Optional.of(new ClaimFacts(
                organizationId,
                coding,
                organization,
                practitioner,
                location,
                patient,
                primary,
                payer,
                next,
                othersWhoGaveLines(coding).stream()
                        .collect(Collectors.toMap(
                                id -> id, id -> part(known, id, "practitioner", PracticeChanged::practitioner))),
                null,
                others(coverages, sequence, known)));
    }

    /** Their payers come with the same statement. */
    private static List<OtherCoverage> others(List<CoverageChanged> coverages, int sequence, KnownFacts known) {
        return IntStream.rangeClosed(1, coverages.size())
                .filter(turn -> turn != sequence)
                .mapToObj(turn -> other(turn, coverages.get(turn - 1), known))
                .toList();
    }

    private static OtherCoverage other(int turn, CoverageChanged coverage, KnownFacts known) {
        var payer = known.get(PAYER, coverage.payerId(), new TypeReference<PayerChanged>() {});
        return new OtherCoverage(turn, coverage, payer.name(), payer.payerIdentifier(), payer.claimFilingIndicator());
    }

    private static Set<UUID> othersWhoGaveLines(EncounterCoded coding) {
        return coding.lines().stream()
                .map(EncounterCoded.Line::practitionerId)
                .filter(id -> id != null && !id.equals(coding.practitionerId()))
                .collect(Collectors.toSet());
    }

    /** A coverage with its payer. */
    public record KnownCoverage(CoverageChanged coverage, PayerChanged payer) {}

    /** The coverages that a coding names, in its order, from one statement. @throws NotYet when one has not been told yet */
    public List<KnownCoverage> coveragesOf(EncounterCoded coding) {
        var known = store.factsAndPayers(coding.coverageIds());
        return coding.coverageIds().stream()
                .map(id -> known.get(COVERAGE, id, new TypeReference<CoverageChanged>() {}))
                .map(coverage -> new KnownCoverage(
                        coverage, known.get(PAYER, coverage.payerId(), new TypeReference<PayerChanged>() {})))
                .toList();
    }

    private static <P> P part(KnownFacts known, UUID id, String what, Function<PracticeChanged, @Nullable P> of) {
        var part = of.apply(known.get(PRACTICE, id, new TypeReference<PracticeChanged>() {}));
        if (part == null) {
            throw new NotYet("%s %s".formatted(what, id), id);
        }
        return part;
    }

    private static <E extends Event> E read(String body, TypeReference<E> type) {
        return FactsJson.read(body, type);
    }
}
