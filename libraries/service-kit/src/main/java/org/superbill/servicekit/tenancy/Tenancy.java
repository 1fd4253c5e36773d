package org.superbill.servicekit.tenancy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.security.Caller;

/** Works for an organization outside of its own requests: jobs, consumers, and the creation of an organization. */
@ApplicationScoped
public class Tenancy {
    private final Caller caller;
    private final CurrentOrganization current;
    private final TransactionSynchronizationRegistry transactions;
    private final TenantOnCheckout checkout;
    private final AgroalDataSource database;
    private final AgroalDataSource relay;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Tenancy(
            Caller caller,
            CurrentOrganization current,
            TransactionSynchronizationRegistry transactions,
            TenantOnCheckout checkout,
            AgroalDataSource database,
            @DataSource("relay") AgroalDataSource relay) {
        this.caller = caller;
        this.current = current;
        this.transactions = transactions;
        this.checkout = checkout;
        this.database = database;
        this.relay = relay;
    }

    /** Does the work as this organization, in a request context and a transaction of its own; what it throws rolls back. */
    public <T> T as(UUID organization, Supplier<T> work) {
        return inOwnTransaction(organization, work);
    }

    /** Does the work as this organization, in a request context and a transaction of its own; what it throws rolls back. */
    public void as(UUID organization, Runnable work) {
        inOwnTransaction(organization, () -> {
            work.run();
            return true;
        });
    }

    /** As {@link #as(UUID, Supplier)}, for no organization: only rows of none ({@code organization_id = ''}) can be seen. */
    public <T> T asNobody(Supplier<T> work) {
        return inOwnTransaction(null, work);
    }

    /**
     * The rest of the current transaction works for this organization. For the creation of an organization, and only before
     * the first use of Hibernate in the transaction: its session keeps the tenant that it was opened with.
     * @throws IllegalStateException without a transaction
     */
    public void assume(UUID organization) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("An organization is assumed for a transaction, and there is none");
        }
        current.assume(organization);
        tellOpenConnection(organization.toString());
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                current.assume(null);
            }
        });
    }

    /** Every organization that this service has ever worked for, in no order; a job visits each with {@link #as}. */
    public List<UUID> organizations() {
        try (var connection = relay.getConnection();
                var select = connection.prepareStatement("select organization_id from known_organization");
                var rows = select.executeQuery()) {
            var organizations = new ArrayList<UUID>();
            while (rows.next()) {
                organizations.add(UUID.fromString(rows.getString(1)));
            }
            return organizations;
        } catch (SQLException e) {
            throw new IllegalStateException("The list of organizations cannot be read", e);
        }
    }

    /** The current transaction works for the current organization, which {@link #organizations} then lists; costs nothing once known. */
    public void remember() {
        var organization = current.text();
        if (organization.isEmpty() || known.contains(organization)) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into known_organization (organization_id) values (?) on conflict do nothing")) {
            insert.setString(1, organization);
            if (insert.executeUpdate() == 0) {
                known.add(organization); // another transaction has committed it; ours may still roll back
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The organization cannot be remembered", e);
        }
    }

    /** PostgreSQL shows, and takes, this organization's rows on the connection from here on until the transaction ends; none's if empty. */
    public void become(Connection connection, String organization) throws SQLException {
        checkout.tellWithin(connection, organization);
    }

    private void tellOpenConnection(String organization) {
        try (var connection = database.getConnection()) {
            become(connection, organization);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not take the organization", e);
        }
    }

    private <T> T inOwnTransaction(@Nullable UUID organization, Supplier<T> work) {
        var requests = Arc.container().requestContext();
        var outer = requests.getStateIfActive();
        requests.activate();
        try {
            caller.actAs("system", organization);
            return QuarkusTransaction.requiringNew().call(work::get);
        } finally {
            endRequest(requests, outer);
        }
    }

    private static void endRequest(ManagedContext requests, @Nullable ContextState outer) {
        requests.terminate();
        if (outer != null) {
            requests.activate(outer);
        }
    }
}
