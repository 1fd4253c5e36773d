package org.superbill.coding.codingcase;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.superbill.coding.reference.KnownPayer;
import org.superbill.coding.reference.Reference;

/** Finds where cases stand among others: who pays and until when, and whose specialty it is. */
@ApplicationScoped
class CasePlaces {
    private final Reference reference;

    CasePlaces(Reference reference) {
        this.reference = reference;
    }

    /** By the id of the case; in as many statements for all as for one. */
    Map<UUID, CasePlace> of(Collection<CodingCase> cases) {
        var encounters = cases.stream().map(CodingCase::encounter).toList();
        var payers = reference.payersOf(encounters.stream()
                .map(CaseEncounter::primaryCoverageId)
                .filter(Objects::nonNull)
                .toList());
        var specialties = reference.specialtiesOf(
                encounters.stream().map(CaseEncounter::practitionerId).toList());
        return cases.stream()
                .collect(Collectors.toMap(CodingCase::id, one -> place(one.encounter(), payers, specialties)));
    }

    private static CasePlace place(
            CaseEncounter encounter, Map<UUID, KnownPayer> payers, Map<UUID, String> specialties) {
        var coverage = encounter.primaryCoverageId();
        var payer = coverage == null ? null : payers.get(coverage);
        return new CasePlace(
                payer == null ? null : payer.id(),
                payer == null ? null : payer.filingDeadline(encounter.serviceDate()),
                specialties.get(encounter.practitionerId()));
    }
}
