/** The strict reader of policies and mappings: what it does not know it refuses, with file and line. */
package org.saldo.settings;
