package org.superbill.coding.codingpolicy;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.servicekit.testing.ServiceStack;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class CodingPolicyApiTest {
    private static final String PATH = "/api/v1/coding-policy";

    private final UUID organization = UUID.randomUUID();
    private final Api admin = Api.as(organization, "admin");

    @Test
    void theDefaultsAreInForceUntilThereIsAPolicy() {
        var etag = admin.get(PATH)
                .statusCode(200)
                .body("policy.dutiesApart", is(false))
                .body("policy.auditFirst.percent", is(0))
                .body("policy.thresholds.accuracy", is(0.95f))
                .extract()
                .header("ETag");
        var next = admin.put(PATH, CodingPolicyExamples.POLICY, etag)
                .statusCode(200)
                .body("policy.dutiesApart", is(true))
                .body("changedBy", equalTo("admin"))
                .extract()
                .header("ETag");
        admin.put(PATH, CodingPolicyExamples.POLICY, etag)
                .statusCode(412)
                .body("type", equalTo("https://superbill.org/problems/stale"));
        admin.put(PATH, CodingPolicyExamples.POLICY.replace("\"percent\":5", "\"percent\":6"), next)
                .statusCode(200);
        admin.get(PATH).body("policy.auditFirst.percent", is(6));
    }

    @Test
    void aCredentialThatNobodyCanHaveIsRefused() {
        var policy = CodingPolicyExamples.POLICY.replace("\"CPC\",\"CCS-P\"", "\"CPC\",\"XYZ\"");
        admin.put(PATH, policy, "\"0\"")
                .statusCode(400)
                .body("errors.pointer", hasItem("/assignment/professionalCredentials/1"))
                .body("errors.code", hasItem("unknown-credential"));
        admin.post("/api/v1/coders", """
                        {"subject":"ann","name":"Ann Lee","credentials":[{"kind":"XYZ","number":"1","expiresOn":"2099-12-31"}],"specialties":[]}""").statusCode(201);
        admin.put(PATH, policy, "\"0\"").statusCode(200); // the organization knows better
    }

    @Test
    void eachOrganizationHasItsOwn() {
        admin.put(PATH, CodingPolicyExamples.POLICY, "\"0\"").statusCode(200);
        Api.as(UUID.randomUUID(), "admin").get(PATH).body("policy.dutiesApart", is(false));
    }

    @Test
    void onlyAnAdministratorSetsIt() {
        Api.as(organization, "coder").get(PATH).statusCode(200);
        Api.as(organization, "coder")
                .put(PATH, CodingPolicyExamples.POLICY, "\"0\"")
                .statusCode(403);
        Api.as(organization, "front-desk").get(PATH).statusCode(403);
    }

    @Test
    void whatIsNotSaidOrNotPossibleIsNamed() {
        admin.put(PATH, CodingPolicyExamples.POLICY.replace("\"dutiesApart\":true,", ""), "\"0\"")
                .statusCode(400)
                .body("errors.pointer", hasItem("/dutiesApart"));
        admin.put(PATH, CodingPolicyExamples.POLICY.replace("\"percent\":5", "\"percent\":101"), "\"0\"")
                .statusCode(400)
                .body("errors.pointer", hasItem("/auditFirst/percent"));
        admin.put(PATH, CodingPolicyExamples.POLICY.replace("\"dutiesApart\"", "\"dutiesTogether\""), "\"0\"")
                .statusCode(400)
                .body("errors.pointer", hasItem("/dutiesTogether"));
        admin.putWithoutRevision(PATH, CodingPolicyExamples.POLICY).statusCode(428);
    }
}
