package org.superbill.servicekit.tenancy;

import static org.hamcrest.Matchers.endsWith;
import static org.superbill.servicekit.sample.Api.NOTES;
import static org.superbill.servicekit.sample.Api.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.sample.SomeRegistrations;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

@QuarkusTest
@WithTestResource(ServiceStack.class)
class RegisteredOnlyTest {
    private final UUID organization = UUID.randomUUID();

    @Inject
    SomeRegistrations registrations;

    @Test
    void aTokenOfAnOrganizationThatNobodyHasRegisteredIsRefused() {
        registrations.doesNotKnow(organization);
        as(TestTokens.of(organization, "front-desk"))
                .get(NOTES)
                .then()
                .statusCode(404)
                .body("type", endsWith("/organization-not-found"));
        as(TestTokens.of(UUID.randomUUID(), "front-desk")).get(NOTES).then().statusCode(200);

        registrations.hearsOf(organization); // and is not taken for unknown any longer than it is
        as(TestTokens.of(organization, "front-desk")).get(NOTES).then().statusCode(200);
    }

    @Test
    void newsThatAreOnTheirWayAreWaitedFor() {
        registrations.doesNotKnow(organization);
        CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS)
                .execute(() -> registrations.hearsOf(organization));

        as(TestTokens.of(organization, "front-desk")).get(NOTES).then().statusCode(200);
    }
}
