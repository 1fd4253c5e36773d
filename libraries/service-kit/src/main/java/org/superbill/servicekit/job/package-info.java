/** What a service does by itself, again and again. */
@NullMarked
package org.superbill.servicekit.job;

import org.jspecify.annotations.NullMarked;
