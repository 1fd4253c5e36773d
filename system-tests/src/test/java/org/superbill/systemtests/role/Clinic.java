package org.superbill.systemtests.role;

import com.fasterxml.jackson.databind.JsonNode;
import org.superbill.systemtests.Gateway;

/** The front desk, the clinician and the administrator of the practice. */
public final class Clinic {
    private final Practice practice;
    private final Gateway admin;
    private final Gateway frontDesk;
    private final Gateway clinician;

    Clinic(Practice practice) {
        this.practice = practice;
        this.admin = practice.as("admin");
        this.frontDesk = practice.as("front-desk");
        this.clinician = practice.as("clinician");
    }

    public String registersPractitioner(String practitioner) {
        practice.system().narrator().step("A practitioner, a location and a payer are registered");
        return admin.post("/api/v1/practitioners", practitioner).expect(201).id();
    }

    public String registersLocation(String location) {
        return admin.post("/api/v1/locations", location).expect(201).id();
    }

    public String registersPayer(String payer) {
        return admin.post("/api/v1/payers", payer).expect(201).id();
    }

    public String registersPatient(String patient) {
        practice.system().narrator().step("The front desk registers the patient with their coverage");
        return frontDesk.post("/api/v1/patients", patient).expect(201).id();
    }

    public String registersCoverage(String patientId, String coverage) {
        return frontDesk
                .post("/api/v1/patients/%s/coverages".formatted(patientId), coverage)
                .expect(201)
                .id();
    }

    /** Gives the coverage another member id, as the patient's card has it. */
    public void correctsMemberId(Visit visit, String memberId) {
        practice.system().narrator().step("The front desk corrects the member id");
        var path = "/api/v1/patients/%s/coverages/%s".formatted(visit.patientId(), visit.coverageId());
        var coverage = frontDesk.get(path).expect(200);
        var json = (com.fasterxml.jackson.databind.node.ObjectNode) coverage.json();
        json.put("memberId", memberId);
        for (var readOnly : new String[] {"id", "patientId", "revision", "createdAt", "updatedAt"}) {
            json.remove(readOnly);
        }
        frontDesk.put(path, json.toString(), coverage.etag()).expect(200);
    }

    /** @param services the JSON array of services */
    public String completesEncounter(
            String patientId, String practitionerId, String locationId, String serviceDate, String services) {
        practice.system().narrator().step("The visit takes place and is completed with its services");
        var encounter = frontDesk
                .post("/api/v1/encounters", """
                        {"patientId": "%s", "practitionerId": "%s", "locationId": "%s", "serviceDate": "%s"}
                        """.formatted(patientId, practitionerId, locationId, serviceDate))
                .expect(201);
        clinician
                .post(
                        "/api/v1/encounters/%s/complete".formatted(encounter.id()),
                        "{\"services\": %s}".formatted(services),
                        encounter.etag())
                .expect(200);
        return encounter.id();
    }

    public JsonNode seesEncounter(Visit visit, String status) {
        return Practice.eventually(
                "encounter " + status,
                () -> frontDesk
                        .peek("/api/v1/encounters/" + visit.encounterId())
                        .expect(200)
                        .json(),
                encounter -> encounter.path("status").asText().equals(status));
    }

    public JsonNode journey(Visit visit) {
        return frontDesk
                .get("/api/v1/encounters/%s/journey".formatted(visit.encounterId()))
                .expect(200)
                .json();
    }
}
