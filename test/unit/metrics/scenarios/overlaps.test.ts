import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { count } from '../support/counting.ts';

describe('occurrences of one counter', () => {
  it('do not overlap', () => {
    assert.equal(count('reactailwind').frontend_activity_events, 1);
  });

  it('are counted from the left', () => {
    assert.equal(count('__HERMES_PLUGIN dashboard-plugins').plugin_events, 2);
  });

  it('go to the alternative that begins first, not to the one that ends first', () => {
    assert.equal(count('unauthorized').env_var_error_events, 1);
  });

  it('take the first alternative where several begin', () => {
    assert.equal(count('open weights').local_model_events, 1);
  });

  it('count anew right behind the one before', () => {
    assert.equal(count('tokentoken').context_events, 2);
  });
});

describe('a term that takes in the rest of its line', () => {
  it('swallows all up to its last word', () => {
    assert.equal(count('missing auth env auth env auth').env_var_error_events, 2);
  });

  it('takes the last word even inside another', () => {
    assert.equal(count('missing environment variable').env_var_error_events, 1);
  });

  it('begins with the first head that is not yet taken', () => {
    assert.equal(count('docker name already docker name already').docker_conflict_events, 1);
  });

  it('leaves what follows its last word', () => {
    const text = 'docker name already container name conflict';
    assert.equal(count(text).docker_conflict_events, 2);
  });

  it('swallows nothing where its last word does not follow', () => {
    assert.equal(count('env missing api key, auth').env_var_error_events, 2);
  });

  it('needs its parts in order', () => {
    assert.equal(count('docker already name').docker_conflict_events, 0);
  });

  it('may end with a later head when the first parts stand only before it', () => {
    assert.equal(count('docker name docker already').docker_conflict_events, 1);
  });

  it('goes past carriage returns and other line separators', () => {
    assert.equal(count('missing\u0020\r\u2028\x85 env').env_var_error_events, 1);
  });

  it('stops at a line feed', () => {
    assert.equal(count('missing \n env').env_var_error_events, 0);
  });

  it('starts afresh on the next line', () => {
    assert.equal(count('missing a\nmissing env').env_var_error_events, 1);
  });
});

describe('a port in use', () => {
  it('is a number as a word and the complaint behind it on the line', () => {
    assert.equal(count('port 3000 is already taken').port_conflict_events, 1);
  });

  it('is not a number inside another', () => {
    assert.equal(count('13000 is already taken').port_conflict_events, 0);
  });

  it('is not a complaint before the number', () => {
    assert.equal(count('already on 8080').port_conflict_events, 0);
  });

  it('is not a complaint inside another word', () => {
    assert.equal(count('3000 in used').port_conflict_events, 0);
  });

  it('is not a complaint on the next line', () => {
    assert.equal(count('3000\nin use').port_conflict_events, 0);
  });

  it('is EADDRINUSE alone', () => {
    assert.deepEqual([count('EADDRINUSE').port_conflict, count('EADDRINUSED').port_conflict], [true, false]);
  });
});

describe('names of configuration files', () => {
  it('count once with what stands in front of config', () => {
    assert.equal(count('tsconfig.json').config_events, 1);
  });

  it('need something in front unless they are YAML', () => {
    assert.deepEqual([count('config.json').config_events, count('config.yaml').config_events], [0, 1]);
  });

  it('need a word boundary somewhere in front', () => {
    assert.deepEqual([count(' -config.js').config_events, count('x-config.js').config_events], [0, 1]);
  });

  it('find a boundary between a hyphen and a letter the run does not take', () => {
    assert.equal(count('\u00e9-config.js').config_events, 1);
  });

  it('begin behind the occurrence before', () => {
    assert.equal(count('a.env-config.js').config_events, 2);
  });

  it('take js of json, so that the rest cannot begin another', () => {
    assert.equal(count('aconfig.jsonconfig.json').config_events, 1);
  });

  it('take no dot behind .env, so that it can begin another', () => {
    assert.equal(count('.env.env').config_events, 2);
  });

  it('count .env unless a word goes on', () => {
    assert.equal(count('.env .env.local .environment .env_').config_events, 2);
  });
});
