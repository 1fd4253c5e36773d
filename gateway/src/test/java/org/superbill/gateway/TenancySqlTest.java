package org.superbill.gateway;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.gateway.proxy.ServiceDoubles;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TenancyRules;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(ServiceDoubles.class)
class TenancySqlTest extends TenancyRules {
    TenancySqlTest() {
        super("gateway");
    }

    @Test
    void anEventOfAnotherTenantIsNotWritten() throws SQLException {
        assertRefused(UUID.randomUUID(), """
                insert into feed_event (organization_id, id, topic, type, subject, sequence, time, source)
                values ('%s', gen_random_uuid(), 't', 't', 's', 1, now(), '/test')
                """.formatted(UUID.randomUUID()));
    }
}
