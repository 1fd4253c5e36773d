package org.superbill.billing.testing;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.superbill.servicekit.testing.ServiceStack;

/** On a test that needs the running service: PostgreSQL, Kafka, a payer's mailboxes, partners' folders, and a partner that does not answer. */
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "billing"))
@WithTestResource(FakePayer.Resource.class)
@WithTestResource(PartnerFolders.Resource.class)
@WithTestResource(SilentPartner.Resource.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface BillingStack {}
