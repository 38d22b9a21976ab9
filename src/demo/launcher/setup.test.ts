import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { installReason, nodeProblem, npmCommand, planBrowser } from './setup.mjs';

describe('the Node version', () => {
  test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.3'])('%s will do', (version) => expect(nodeProblem(version)).toBeNull());

  test.each(['18.20.8', '20.18.3', '16.0.0'])('%s is refused, in one line that says what to install', (version) => {
    const problem = nodeProblem(version) ?? '';
    expect(problem).toContain('20.19');
    expect(problem).toContain(version);
    expect(problem).not.toContain('\n');
  });
});

describe('whether dependencies are installed', () => {
  test('they are when node_modules is missing, or was never finished', () => {
    expect(installReason(1_000, null)).toContain('first run');
  });

  test('they are when the lock file is newer than what was installed', () => {
    expect(installReason(2_000, 1_000)).toContain('newer');
  });

  test('they are not when the lock file is as old as what was installed, or gone', () => {
    expect(installReason(1_000, 1_000)).toBeNull();
    expect(installReason(1_000, 2_000)).toBeNull();
    expect(installReason(null, 2_000)).toBeNull();
  });
});

describe('which npm is called', () => {
  test('the one that runs us, by its own script and without a shell', () => {
    expect(npmCommand('/usr/lib/node_modules/npm/bin/npm-cli.js', 'linux')).toEqual({
      command: process.execPath,
      before: ['/usr/lib/node_modules/npm/bin/npm-cli.js'],
      shell: false,
    });
  });

  test('another package manager that runs us is not mistaken for npm', () => {
    expect(npmCommand('/usr/lib/node_modules/pnpm/bin/pnpm.cjs', 'linux').command).toBe('npm');
  });

  test('on Windows the one on the PATH needs a shell', () => {
    expect(npmCommand(undefined, 'win32')).toEqual({ command: 'npm.cmd', before: [], shell: true });
  });
});

describe('where no browser is found', () => {
  const debian = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n';
  const ubuntu = 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n';
  const plan = (osRelease: string, root = true, platform: NodeJS.Platform = 'linux') =>
    planBrowser({ platform, osRelease, root, chromePath: undefined });

  test('on Debian as root it is installed', () => expect(plan(debian)).toEqual({ install: true }));

  test('on Debian as anybody else the command is told', () => {
    expect(plan(debian, false)).toMatchObject({ install: false, tell: expect.stringContaining('apt-get install chromium') });
  });

  test('on Ubuntu it is not installed, and the snap door is explained', () => {
    expect(plan(ubuntu)).toMatchObject({ install: false, tell: expect.stringContaining('snap') });
  });

  test.each<NodeJS.Platform>(['darwin', 'win32'])('on %s one line says what to install', (platform) => {
    expect(plan('', false, platform)).toMatchObject({ install: false, tell: expect.stringMatching(/^[^\n]*CHROME_PATH[^\n]*$/) });
  });

  test('a CHROME_PATH that leads nowhere is named', () => {
    const outcome = planBrowser({ platform: 'linux', osRelease: debian, root: true, chromePath: '/opt/gone/chrome' });
    expect(outcome).toMatchObject({ install: false, tell: expect.stringContaining('/opt/gone/chrome') });
  });
});

test('with nothing to do it says nothing', () => {
  const run = spawnSync(process.execPath, [fileURLToPath(new URL('setup.mjs', import.meta.url))], { encoding: 'utf8' });
  expect(run).toMatchObject({ status: 0, stdout: '', stderr: '' });
});
