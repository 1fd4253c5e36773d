package org.superbill.billing.claimcheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.superbill.billing.reference.Reference;
import org.superbill.events.CoverageChanged;
import org.superbill.events.PatientChanged;
import org.superbill.events.PayerChanged;
import org.superbill.events.PracticeChanged;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;

/**
 * A claim as a caller gives it, made whole: ids that matter to nobody are made up, parts that are known by an id are looked up. What is known stands in the tree as the record
 * that it is, which Jackson hands on as such: neither written nor read again.
 */
final class GivenClaim {
    private static final String ENCOUNTER = "encounter";

    private final Reference reference;

    GivenClaim(Reference reference) {
        this.reference = reference;
    }

    /**
     * @param claim is changed
     * @throws Problem {@code CLAIM_CHECK_INCOMPLETE}
     */
    ObjectNode complete(ObjectNode claim, UUID organization) {
        if (!(claim.get(ENCOUNTER) instanceof ObjectNode encounter)) {
            throw missing(ENCOUNTER);
        }
        claim.put("organizationId", organization.toString());
        if (!claim.has("nextPayers")) {
            claim.putArray("nextPayers");
        }
        var practitioner = id(encounter, "practitionerId");
        var location = id(encounter, "locationId");
        var patient = id(encounter, "patientId");
        var coverage = firstCoverage(encounter);
        var payer = id(claim.path("coverage"), "payerId");
        var known =
                reference.parts(Stream.of(Optional.of(organization), practitioner, location, patient, coverage, payer)
                        .flatMap(Optional::stream)
                        .toList());
        part(claim, "organization", known.practice(organization).map(PracticeChanged::organization));
        part(claim, "practitioner", practitioner.flatMap(known::practice).map(PracticeChanged::practitioner));
        part(claim, "location", location.flatMap(known::practice).map(PracticeChanged::location));
        part(claim, "patient", patient.flatMap(known::patient));
        part(claim, "coverage", coverage.flatMap(known::coverage));
        part(claim, "payer", payerOf(claim.path("coverage")).flatMap(known::payer));
        link(claim, encounter);
        return claim;
    }

    private static void part(ObjectNode claim, String name, Optional<?> known) {
        if (!claim.has(name)) {
            claim.putPOJO(name, known.orElseThrow(() -> missing(name)));
        }
    }

    private static Optional<UUID> payerOf(JsonNode coverage) {
        return coverage instanceof POJONode known && known.getPojo() instanceof CoverageChanged ours
                ? Optional.of(ours.payerId())
                : id(coverage, "payerId");
    }

    /** What is given without ids hangs together by made-up ones. */
    private static void link(ObjectNode claim, ObjectNode encounter) {
        var patient = ensure(claim.path("patient"), "patientId");
        var payer = ensure(claim.path("payer"), "payerId");
        var coverage = ensure(claim.path("coverage"), "coverageId");
        put(claim.path("coverage"), "patientId", patient);
        put(claim.path("coverage"), "payerId", payer);
        put(encounter, "patientId", patient);
        for (var id : new String[] {"encounterId", "codingCaseId", "practitionerId", "locationId"}) {
            put(encounter, id, UUID.randomUUID().toString());
        }
        put(encounter, "codedBy", "claim-check");
        if ("facility".equals(encounter.path("kind").asText())) {
            encounter
                    .path("lines")
                    .forEach(line -> put(line, "procedureCode", "")); // a revenue code may tell the service
        }
        if (!encounter.has("version")) {
            encounter.put("version", 1);
        }
        if (!encounter.has("coverageIds")) {
            encounter.putArray("coverageIds").add(coverage);
        }
    }

    private static String ensure(JsonNode part, String id) {
        if (part instanceof POJONode known) {
            return idOf(known.getPojo()).toString();
        }
        put(part, id, UUID.randomUUID().toString());
        return part.path(id).asText();
    }

    private static UUID idOf(Object known) {
        if (known instanceof PatientChanged patient) {
            return patient.patientId();
        } else if (known instanceof CoverageChanged coverage) {
            return coverage.coverageId();
        }
        return ((PayerChanged) known).payerId();
    }

    private static void put(JsonNode part, String field, String value) {
        if (part instanceof ObjectNode object && !object.has(field)) {
            object.put(field, value);
        }
    }

    private static Optional<UUID> firstCoverage(ObjectNode encounter) {
        var ids = encounter.path("coverageIds");
        return ids.isArray() && !ids.isEmpty() ? uuid(ids.get(0)) : Optional.empty();
    }

    private static Optional<UUID> id(JsonNode part, String field) {
        return uuid(part.path(field));
    }

    private static Optional<UUID> uuid(JsonNode text) {
        try {
            return text.isTextual() ? Optional.of(UUID.fromString(text.asText())) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Problem missing(String part) {
        return new Problem(
                ClaimCheckProblem.CLAIM_CHECK_INCOMPLETE,
                "A part of the claim is neither given nor known",
                new FieldError("/claim/" + part, "required", "has to be given, or known by its id in the encounter"));
    }
}
