package org.superbill.systemtests.role;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Who takes part in the journeys; each says only what matters there. */
public final class Facts {
    private Facts() {}

    public static final String RIVERSIDE = """
            {"name": "RIVERSIDE FAMILY MEDICINE", "npi": "1234567893", "taxId": "123456789", "taxonomyCode": "207Q00000X",
             "address": {"line1": "10 RIVER ROAD", "city": "SPRINGFIELD", "state": "IL", "postalCode": "627010001"},
             "timeZone": "America/Chicago",
             "submitter": {"name": "RIVERSIDE FAMILY MEDICINE", "id": "RFM001", "contactName": "PAT LEDGER", "phone": "2175550100"}}
            """;

    public static final String DR_RIVERS = """
            {"npi": "1679576722", "firstName": "ADA", "lastName": "RIVERS", "taxonomyCode": "207Q00000X"}
            """;

    public static final String OFFICE = """
            {"name": "Main office", "placeOfService": "11"}
            """;

    public static String commercialPayer() {
        return """
                {"name": "PRAIRIE HEALTH PLAN", "payerId": "66666", "claimFilingIndicator": "CI",
                 "profile": {"connection": "payer-simulator", "receiverName": "PRAIRIE HEALTH PLAN", "receiverId": "66666",
                   "acceptsCorrectedClaims": true, "filingLimitDays": 365,
                   "interchange": {"authorizationQualifier": "00", "authorizationInformation": "", "securityQualifier": "00",
                     "securityInformation": "", "senderQualifier": "ZZ", "senderId": "RFM001", "receiverQualifier": "ZZ",
                     "receiverId": "66666", "acknowledgmentRequested": false, "usageIndicator": "T"},
                   "group": {"senderCode": "RFM001", "receiverCode": "66666"}}}
                """;
    }

    public static final String MARIA = """
            {"firstName": "MARIA", "lastName": "LOPEZ", "birthDate": "1984-07-12", "sex": "female",
             "address": {"line1": "7 ELM STREET", "city": "SPRINGFIELD", "state": "IL", "postalCode": "62701"}}
            """;

    public static String ownCoverage(String payerId, String memberId) {
        return """
                {"payerId": "%s", "memberId": "%s", "sequence": 1, "relationshipToSubscriber": "self", "effectiveFrom": "2026-01-01"}
                """.formatted(payerId, memberId);
    }

    public static String service(String procedure, long chargeCents) {
        return "{\"procedureCode\": \"%s\", \"modifiers\": [], \"units\": 1, \"chargeCents\": %d}"
                .formatted(procedure, chargeCents);
    }

    public static String service(String procedure, long chargeCents, String serviceDate) {
        return "{\"procedureCode\": \"%s\", \"modifiers\": [], \"units\": 1, \"chargeCents\": %d, \"serviceDate\": \"%s\"}"
                .formatted(procedure, chargeCents, serviceDate);
    }

    public static String line(int number, String procedure, int pointer) {
        return "{\"lineNumber\": %d, \"procedureCode\": \"%s\", \"modifiers\": [], \"units\": 1, \"diagnosisPointers\": [%d]}"
                .formatted(number, procedure, pointer);
    }

    /** A file of the journeys, whole. */
    public static String resource(String name) {
        try (var in = Facts.class.getResourceAsStream("/journey/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
