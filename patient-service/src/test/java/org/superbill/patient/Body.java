package org.superbill.patient;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.superbill.patient.field.Npi;

/** A request body that starts from one that is right; a test says only what matters to it. */
public final class Body {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode fields;

    private Body(ObjectNode fields) {
        this.fields = fields;
    }

    public static Body organization() {
        return of("""
                {
                  "name": "BEN KILDARE SERVICE", "npi": "1912301953", "taxId": "587654321", "taxonomyCode": "203BF0100Y",
                  "address": {"line1": "234 SEAWAY ST", "city": "MIAMI", "state": "FL", "postalCode": "331110000"},
                  "timeZone": "America/New_York",
                  "submitter": {"name": "PREMIER BILLING SERVICE", "id": "TGJ23", "contactName": "JERRY",
                                "phone": "3055552222", "extension": "231"}
                }
                """);
    }

    public static Body practitioner() {
        return of("{\"firstName\": \"BEN\", \"lastName\": \"KILDARE\"}").with("npi", unusedNpi());
    }

    public static Body location() {
        return of("{\"placeOfService\": \"11\"}").with("name", "Office " + UUID.randomUUID());
    }

    public static Body payer() {
        return of("""
                        {
                          "name": "KEY INSURANCE COMPANY", "claimFilingIndicator": "CI",
                          "profile": {
                            "connection": "payer-simulator", "version": "005010X222A1",
                            "receiverName": "KEY INSURANCE COMPANY", "receiverId": "66783JJT",
                            "acceptsCorrectedClaims": true, "filingLimitDays": 365,
                            "interchange": {
                              "authorizationQualifier": "00", "authorizationInformation": "",
                              "securityQualifier": "00", "securityInformation": "",
                              "senderQualifier": "ZZ", "senderId": "TGJ23",
                              "receiverQualifier": "ZZ", "receiverId": "66783JJT",
                              "acknowledgmentRequested": false, "usageIndicator": "T"
                            },
                            "group": {"senderCode": "TGJ23", "receiverCode": "66783JJT"}
                          }
                        }
                        """).with("payerId", "P" + Math.abs(UUID.randomUUID().getMostSignificantBits()));
    }

    public static Body patient() {
        return of("""
                {
                  "firstName": "TED", "lastName": "SMITH", "birthDate": "1973-05-01", "sex": "male",
                  "address": {"line1": "236 N MAIN ST", "city": "MIAMI", "state": "FL", "postalCode": "33413"}
                }
                """);
    }

    public static Body coverage(UUID payerId) {
        return of("""
                        {
                          "memberId": "JS00111223333", "groupNumber": "2222-SJ", "sequence": 1,
                          "relationshipToSubscriber": "child",
                          "subscriber": {"firstName": "JANE", "lastName": "SMITH"},
                          "effectiveFrom": "2026-01-01"
                        }
                        """).with("payerId", payerId);
    }

    public static Body encounter(UUID patientId, UUID practitionerId, UUID locationId) {
        return of("{\"serviceDate\": \"2026-03-02\"}")
                .with("patientId", patientId)
                .with("practitionerId", practitionerId)
                .with("locationId", locationId);
    }

    public static Body fluShot() {
        return of("""
                {"services": [
                  {"procedureCode": "90658", "modifiers": [], "units": 1, "chargeCents": 2500},
                  {"procedureCode": "90471", "units": 1, "chargeCents": 3000}
                ]}
                """);
    }

    public static Body of(String json) {
        try {
            return new Body((ObjectNode) JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** @param path field names, with slashes between them; {@code services/0/units} */
    public Body with(String path, Object value) {
        var slash = path.lastIndexOf('/');
        var parent = slash < 0 ? fields : (ObjectNode) fields.at("/" + path.substring(0, slash));
        parent.set(path.substring(slash + 1), JSON.valueToTree(value instanceof Body body ? body.fields : value));
        return this;
    }

    public Body without(String path) {
        var slash = path.lastIndexOf('/');
        var parent = slash < 0 ? fields : (ObjectNode) fields.at("/" + path.substring(0, slash));
        parent.remove(path.substring(slash + 1));
        return this;
    }

    @Override
    public String toString() {
        return fields.toString();
    }

    public static String unusedNpi() {
        var nine = "1%08d".formatted(Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 100_000_000L));
        for (var digit = 0; digit <= 9; digit++) {
            if (Npi.isValid(nine + digit)) {
                return nine + digit;
            }
        }
        throw new AssertionError("Every number has a check digit");
    }
}
