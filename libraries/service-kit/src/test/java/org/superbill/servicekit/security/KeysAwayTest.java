package org.superbill.servicekit.security;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.superbill.servicekit.sample.Api.NOTES;
import static org.superbill.servicekit.sample.Api.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.sample.SandboxWithoutKeys;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

@QuarkusTest
@TestProfile(SandboxWithoutKeys.class)
@WithTestResource(ServiceStack.class)
class KeysAwayTest {
    @Test
    void aTokenThatCannotBeCheckedIsNotCalledInvalid() {
        as(TestTokens.of(UUID.randomUUID(), "front-desk"))
                .get(NOTES)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .header("WWW-Authenticate", nullValue())
                .body("type", equalTo("https://superbill.org/problems/unavailable"));
    }
}
