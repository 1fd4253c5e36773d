/** What the tests of all services share: real PostgreSQL and Kafka, tokens, events, and the rules of the house. */
@NullMarked
package org.superbill.servicekit.testing;

import org.jspecify.annotations.NullMarked;
