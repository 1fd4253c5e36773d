package org.superbill.systemtests.role;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.superbill.systemtests.Answer;
import org.superbill.systemtests.Gateway;

/** Finds codes and finishes cases. */
public final class Coder {
    private final Practice practice;
    private final Gateway gateway;

    Coder(Practice practice) {
        this.practice = practice;
        this.gateway = practice.as("coder");
    }

    /** Searches as a coder types and insists that the code is among the first. */
    public String finds(String code, String words, String on) {
        practice.system().narrator().step("The coder searches \"%s\"".formatted(words));
        var hits = gateway.get("/api/v1/codes/search?system=icd-10-cm&on=%s&limit=10&q=%s"
                        .formatted(on, URLEncoder.encode(words, StandardCharsets.UTF_8)))
                .expect(200)
                .json()
                .path("items");
        for (var hit : hits) {
            if (hit.path("code").asText().replace(".", "").equals(code)) {
                practice.system()
                        .narrator()
                        .fact("%s %s"
                                .formatted(
                                        hit.path("code").asText(),
                                        hit.path("display").asText()));
                return code;
            }
        }
        throw new AssertionError("%s is not among the hits of \"%s\": %s".formatted(code, words, hits));
    }

    public JsonNode receivesCase(Visit visit) {
        var cases = Practice.eventually(
                "coding case",
                () -> gateway.peek("/api/v1/coding-cases?encounterId=" + visit.encounterId())
                        .expect(200)
                        .json(),
                list -> list.path("items").size() == 1);
        return cases.path("items").get(0);
    }

    /**
     * Codes the case of a visit and finalizes it.
     *
     * @param coding the body of {@code PUT /coding-cases/{id}/coding}
     */
    public void codes(Visit visit, String coding) {
        var received = receivesCase(visit);
        practice.system().narrator().step("The coder takes the case, codes and finalizes it");
        practice.tellsEvents(visit.encounterId(), "encounter-completed");
        var path = "/api/v1/coding-cases/" + received.path("id").asText();
        var assigned =
                gateway.post(path + "/assign", "{}", Answer.etagOf(received)).expect(200);
        var coded = gateway.put(path + "/coding", coding, assigned.etag()).expect(200);
        assertThat(coded.json().path("findings")).isEmpty();
        gateway.post(path + "/finalize", "{}", coded.etag()).expect(200);
        practice.tellsEvents(visit.encounterId(), "encounter-coded");
    }
}
