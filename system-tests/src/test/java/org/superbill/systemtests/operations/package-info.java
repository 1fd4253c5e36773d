/** What the operator of a running system sees: logs, health, metrics. */
@NullMarked
package org.superbill.systemtests.operations;

import org.jspecify.annotations.NullMarked;
