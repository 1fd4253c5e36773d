package org.superbill.systemtests.role;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.superbill.systemtests.Gateway;

/** Checks, sends and follows claims. */
public final class Biller {
    private final Practice practice;
    private final Gateway gateway;

    Biller(Practice practice) {
        this.practice = practice;
        this.gateway = practice.as("biller");
    }

    public Gateway gateway() {
        return gateway;
    }

    /** Waits until the visit has become a claim. */
    public String receivesClaim(Visit visit) {
        var claims = Practice.eventually(
                "claim",
                () -> gateway.peek("/api/v1/claims?encounterId=" + visit.encounterId())
                        .expect(200)
                        .json(),
                list -> list.path("items").size() == 1);
        return claims.path("items").get(0).path("id").asText();
    }

    public JsonNode submits(String claimId) {
        return submits(claimId, "{}");
    }

    public JsonNode submits(String claimId, String body) {
        practice.system().narrator().step("The biller submits the claim: it is scrubbed and sent as an 837P");
        var etag = gateway.peek("/api/v1/claims/" + claimId).expect(200).etag();
        var claim = gateway.post("/api/v1/claims/%s/submit".formatted(claimId), body, etag)
                .expect(202)
                .json();
        assertThat(claim.path("findings"))
                .noneMatch(finding -> finding.path("severity").asText().equals("error"));
        return claim;
    }

    /** Makes the next version of a claim, as what came back allows. */
    public JsonNode corrects(String claimId) {
        practice.system().narrator().step("The biller makes the next version of the claim");
        var etag = gateway.peek("/api/v1/claims/" + claimId).expect(200).etag();
        return gateway.post("/api/v1/claims/%s/correct".formatted(claimId), "{}", etag)
                .expect(200)
                .json();
    }

    public JsonNode claim(String claimId) {
        return gateway.peek("/api/v1/claims/" + claimId).expect(200).json();
    }

    public JsonNode seesTransport(String claimId, String transport) {
        var claim = Practice.eventually(
                "claim " + transport,
                () -> claim(claimId),
                seen -> seen.path("transport").asText().equals(transport));
        practice.system().narrator().fact("transport: " + transport);
        return claim;
    }

    public JsonNode seesAdjudication(String claimId, String adjudication) {
        var claim = Practice.eventually(
                "claim " + adjudication,
                () -> claim(claimId),
                seen -> seen.path("adjudication").asText().equals(adjudication));
        practice.system()
                .narrator()
                .fact("adjudication: %s; insurance owes %s, the patient owes %s"
                        .formatted(
                                adjudication,
                                dollars(claim.at("/money/insuranceBalanceCents").asLong()),
                                dollars(claim.at("/money/patientBalanceCents").asLong())));
        return claim;
    }

    /** The 837P of the version last sent. */
    public String x12(String claimId) {
        return gateway.get("/api/v1/claims/%s/x12".formatted(claimId))
                .expect(200)
                .text();
    }

    /** The files of a kind that came from the payer, oldest first, as they came. */
    public java.util.List<String> received(String kind) {
        var files = new java.util.ArrayList<String>();
        gateway.peek("/api/v1/x12-files?limit=200")
                .expect(200)
                .json()
                .path("items")
                .forEach(file -> {
                    if (file.path("kind").asText().equals(kind)) {
                        files.add(gateway.peek("/api/v1/x12-files/%s/content"
                                        .formatted(file.path("id").asText()))
                                .expect(200)
                                .text());
                    }
                });
        return files;
    }

    public JsonNode denials(String claimId) {
        return gateway.get("/api/v1/denials?claimId=" + claimId)
                .expect(200)
                .json()
                .path("items");
    }

    static String dollars(long cents) {
        return "$%d.%02d".formatted(cents / 100, Math.abs(cents % 100));
    }
}
