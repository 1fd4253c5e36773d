package org.superbill.billing.testing;

import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.Driver;

/**
 * Jobs visit each organization that the service has ever worked for, and each test brings one of its own: after a class they are
 * forgotten with their mailboxes, or hundreds would be looked into by the time the last tests wait for theirs.
 */
public final class RetiredOrganizations implements QuarkusTestAfterAllCallback {

    @Override
    public void afterAll(QuarkusTestContext context) {
        var config = ConfigProvider.getConfig();
        var owner = new Properties();
        owner.setProperty("user", config.getValue("SUPERBILL_DATABASE_OWNER_USER", String.class));
        owner.setProperty("password", config.getValue("SUPERBILL_DATABASE_OWNER_PASSWORD", String.class));
        try (var connection = new Driver().connect(config.getValue("SUPERBILL_DATABASE_URL", String.class), owner);
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from known_organization");
            statement.executeUpdate("delete from mailbox");
        } catch (SQLException e) {
            throw new IllegalStateException("The organizations of the tests cannot be forgotten", e);
        }
    }
}
